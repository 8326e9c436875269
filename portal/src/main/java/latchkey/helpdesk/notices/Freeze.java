package latchkey.helpdesk.notices;

import java.time.Instant;
import java.util.UUID;
import latchkey.directory.CustomerId;
import org.jspecify.annotations.Nullable;

/**
 * Nobody acts on this customer until a supervisor lifts it.
 *
 * @param id its key
 * @param customer who is frozen
 * @param frozenAt since when
 * @param blockedAt when the directory took that sign-in is closed, null while it has not
 * @param signedOutAt when the directory took that sessions end, null while it has not
 * @param attempts how often that was tried
 * @param liftedAt null while it lasts
 */
record Freeze(
        UUID id,
        CustomerId customer,
        Instant frozenAt,
        @Nullable Instant blockedAt,
        @Nullable Instant signedOutAt,
        int attempts,
        @Nullable Instant liftedAt) {}
