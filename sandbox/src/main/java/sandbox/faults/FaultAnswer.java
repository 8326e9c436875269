package sandbox.faults;

import sandbox.journal.Kind;

/** How one of Microsoft's services words a refusal that a fault asked for. */
public interface FaultAnswer {

    Kind kind();

    /** The body that goes with this status. */
    Body body(int status, String requestId);

    /** A body and its content type. */
    record Body(String contentType, String text) {}
}
