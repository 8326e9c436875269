package latchkey.audit;

import org.jspecify.annotations.Nullable;

/** What checking the trail found. */
public sealed interface Verdict {

    /**
     * Nothing was edited, removed, reordered or rewritten.
     *
     * @param entries how many entries the trail has
     * @param anchored up to how many of them an anchor outside the database vouches; what came after could be cut unseen
     */
    record Sound(long entries, long anchored) implements Verdict {}

    /**
     * Somebody changed the trail, or its anchors.
     *
     * @param entry the first entry that is not as it was written; null when it is an anchor
     * @param what what is wrong with it
     */
    record Broken(@Nullable Long entry, String what) implements Verdict {}
}
