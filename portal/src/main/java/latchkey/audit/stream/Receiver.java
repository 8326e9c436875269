package latchkey.audit.stream;

import java.io.IOException;
import java.util.List;

/** Somebody who takes the trail, some entries at a time, in their order. */
interface Receiver {

    /** Whose place in the trail is remembered under this name. */
    String name();

    /**
     * Returns when they are taken for good; after a failure they come again.
     *
     * @throws IOException when they were not taken, or nobody knows
     */
    void take(List<Line> lines) throws IOException;

    /** An entry as it is handed on: its place in the chain, and JSON without line breaks. */
    record Line(long sequence, String json) {}
}
