package latchkey.sync;

import java.util.UUID;
import latchkey.directory.DirectoryId;
import org.jspecify.annotations.Nullable;

/**
 * Somebody's word that a contact may have changed; nothing else of the message is believed.
 *
 * @param initiator who is said to have changed it, null when nobody said; decides nothing but the lane
 * @param lane how urgent it is
 */
record Hint(
        DirectoryId directory,
        UUID contact,
        UUID operation,
        @Nullable UUID initiator,
        SyncLane lane) {

    Hint(DirectoryId directory, UUID contact, UUID operation) {
        this(directory, contact, operation, null, SyncLane.LIVE);
    }

    Hint inLane(SyncLane other) {
        return new Hint(directory, contact, operation, initiator, other);
    }
}
