package latchkey.audit;

import java.time.Duration;
import java.util.stream.Stream;

/** Tells how far back a part of the portal reads the trail, so that nothing is moved away that a rule still asks for. */
public interface LooksBack {

    Stream<Reach> reaches();

    /**
     * One look back.
     *
     * @param what the setting that says how far, or what looks in a few words
     * @param far how far
     */
    record Reach(String what, Duration far) {}
}
