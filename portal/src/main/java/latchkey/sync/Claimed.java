package latchkey.sync;

import java.time.Instant;
import java.util.UUID;
import latchkey.directory.DirectoryId;
import latchkey.sync.dataverse.Contact;
import org.jspecify.annotations.Nullable;

/**
 * A contact that one worker holds until its lease ends.
 *
 * @param claim proof of holding it, asked for again when the result is recorded
 * @param claimedAt when; what is read from now on is newer than every hint counted in {@code hints}
 * @param leaseEnd until when nobody else takes it
 * @param attempts how many attempts there were since it was last in step, with this one
 * @param lastWriteAt the latest moment at which our own last write may have happened, also in the future
 * @param verifyDue when the customer has to be read back, null when no outcome is open
 * @param customer whom the contact was linked to, as of last time
 * @param version what was applied last
 * @param savedAt when that version was saved
 * @param waitingSince since when something is to be done
 * @param lane how urgent it is
 * @param decision a person's word about one version of the contact
 */
record Claimed(
        DirectoryId directory,
        UUID contact,
        UUID claim,
        Instant claimedAt,
        Instant leaseEnd,
        long hints,
        int attempts,
        @Nullable Instant lastWriteAt,
        @Nullable Instant verifyDue,
        @Nullable UUID customer,
        @Nullable Long version,
        @Nullable Instant savedAt,
        @Nullable Instant waitingSince,
        SyncLane lane,
        @Nullable Decision decision) {

    /** A person's word about one version of a contact. */
    record Decision(Word word, long version) {}

    /** What a person can say. */
    enum Word {
        /** Write it, whatever the guards say. */
        RELEASED,
        /** Write it though many change at once: they saw how many. */
        COUNTED,
        /** Do not write it. */
        REJECTED
    }

    boolean isReleased(Contact read) {
        return is(Word.RELEASED, read);
    }

    boolean isCounted(Contact read) {
        return is(Word.COUNTED, read);
    }

    boolean isRejected(Contact read) {
        return is(Word.REJECTED, read);
    }

    private boolean is(Word word, Contact read) {
        return decision != null && decision.word() == word && decision.version() == read.version();
    }
}
