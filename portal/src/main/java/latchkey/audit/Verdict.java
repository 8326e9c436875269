package latchkey.audit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What checking the trail found. */
public sealed interface Verdict {

    /**
     * Nothing was edited, removed, reordered or rewritten.
     *
     * @param entries how many entries the trail has, those in files included
     * @param anchored up to how many of them an anchor outside the database vouches; what came after could be cut unseen
     * @param archived what was moved to files; null when nothing was
     */
    record Sound(long entries, long anchored, @Nullable Archived archived) implements Verdict {

        Sound(long entries, long anchored) {
            this(entries, anchored, null);
        }
    }

    /**
     * The oldest entries, which are in sealed files.
     *
     * @param entries how many
     * @param files in how many files
     * @param here how many of the files were at hand, and are as they were sealed
     */
    record Archived(long entries, int files, int here) {}

    /**
     * An export holds these entries as they were written.
     *
     * @param first the number of its first entry; what came before is not in it
     * @param last the number of its last entry
     * @param anchored up to which of them an anchor vouches
     * @param closed when the portal vouched for the whole export with its signature
     */
    record SoundExport(long first, long last, long anchored, Instant closed) implements Verdict {

        /** Whether nothing came before it. */
        public boolean isFromTheBeginning() {
            return first == 1;
        }
    }

    /**
     * Somebody changed the trail, or its anchors.
     *
     * @param entry the first entry that is not as it was written; null when it is an anchor
     * @param what what is wrong with it
     */
    record Broken(@Nullable Long entry, String what) implements Verdict {}
}
