package latchkey.erasure;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A request as an agent sees it.
 *
 * @param reason null when it went with the customer
 * @param mine whether this agent may decide it
 * @param entries how many entries of the trail are about the customer, while it is open
 */
record ErasureView(
        UUID id,
        String directory,
        String customer,
        String askedBy,
        @Nullable String reason,
        @Nullable String ticket,
        Instant askedAt,
        @Nullable String decidedBy,
        Stage stage,
        boolean mine,
        long entries) {

    /** How far it is. */
    enum Stage {
        ASKED,
        /** Waits for the owner of the database, who carries it out. */
        AGREED,
        ERASED,
        DENIED,
        EXPIRED
    }
}
