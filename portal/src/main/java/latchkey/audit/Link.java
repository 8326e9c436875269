package latchkey.audit;

import java.nio.charset.StandardCharsets;

/**
 * A place in the chain: how many entries there are up to it, and the hash that stands for all of them.
 *
 * @param count 0 before the first entry
 */
record Link(long count, byte[] hash) {

    static final Link BEGINNING = new Link(0, new byte[32]);

    /** The next place: {@code SHA-256(previous hash, body in UTF-8)}. */
    Link next(String body) {
        return new Link(count + 1, Crypto.sha256(hash, body.getBytes(StandardCharsets.UTF_8)));
    }

    /** The keyed word for the hash, which cannot be recomputed by who holds the database alone. */
    byte[] mac(TrailKeys keys) {
        return Crypto.hmacSha256(keys.mac(), hash);
    }
}
