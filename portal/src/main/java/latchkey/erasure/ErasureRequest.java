package latchkey.erasure;

import java.time.Instant;
import java.util.UUID;
import latchkey.audit.KeyErasure;
import latchkey.directory.CustomerId;
import org.jspecify.annotations.Nullable;

/**
 * A wish to erase a customer.
 *
 * @param key the key that is to go
 * @param by who wants it
 * @param expiresAt until when somebody else can agree
 * @param decidedName who decided, for people to read; null before
 */
record ErasureRequest(
        UUID id,
        CustomerId customer,
        UUID key,
        Asker by,
        @Nullable String ticket,
        byte[] sealedReason,
        Instant askedAt,
        Instant expiresAt,
        State state,
        @Nullable String decidedName,
        @Nullable Instant decidedAt) {

    /** How far it is. */
    enum State {
        ASKED,
        AGREED,
        DENIED,
        EXPIRED
    }

    /**
     * Who wants it.
     *
     * @param agent key of the account
     * @param person the human behind it
     * @param name for people to read
     */
    record Asker(String agent, String person, String name) {}

    boolean isOpen(Instant now) {
        return state == State.ASKED && now.isBefore(expiresAt);
    }

    KeyErasure erasure() {
        return new KeyErasure(id, customer.subject(), key);
    }
}
