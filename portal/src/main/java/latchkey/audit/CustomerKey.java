package latchkey.audit;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import javax.crypto.SecretKey;

/** The key that personal values about one customer are sealed with. */
record CustomerKey(UUID id, SecretKey key) {

    private static final int LENGTH = 32;

    static CustomerKey make() {
        return new CustomerKey(UUID.randomUUID(), Crypto.aesKey(Crypto.random(LENGTH)));
    }

    static CustomerKey unwrapped(UUID id, String scope, byte[] wrapped, TrailKeys keys) {
        return new CustomerKey(id, Crypto.aesKey(Crypto.decrypt(keys.master(), wrapped, belongsTo(id, scope))));
    }

    byte[] wrapped(String scope, TrailKeys keys) {
        return Crypto.encrypt(keys.master(), key.getEncoded(), belongsTo(id, scope));
    }

    private static byte[] belongsTo(UUID id, String scope) {
        return (id + "/" + scope).getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return "(key " + id + ")";
    }
}
