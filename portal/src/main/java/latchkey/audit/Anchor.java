package latchkey.audit;

import java.nio.charset.StandardCharsets;
import java.security.PublicKey;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A signed word about the trail, kept outside it: at this time it had so many entries, and this hash stood for them.
 *
 * @param previous the count of the anchor before it in the same place, 0 for the first: so none is taken out unseen
 * @param signature Ed25519 over the canonical JSON of the others
 */
record Anchor(long count, byte[] hash, Instant at, long previous, byte[] signature) {

    private static final JsonMapper JSON = new JsonMapper();

    static Anchor of(Link head, Instant at, long previous, TrailKeys keys) {
        var signature = Crypto.sign(keys.anchor().getPrivate(), message(head.count(), head.hash(), at, previous));
        return new Anchor(head.count(), head.hash(), at, previous, signature);
    }

    /**
     * Reads a line of the anchor file.
     *
     * @throws IllegalArgumentException when it is not one
     */
    static Anchor parse(String line) {
        try {
            var json = JSON.readTree(line);
            return new Anchor(
                    json.required("count").asLong(),
                    HexFormat.of().parseHex(text(json, "hash")),
                    Instant.parse(text(json, "at")),
                    json.required("previous").asLong(),
                    Base64.getDecoder().decode(text(json, "signature")));
        } catch (JacksonException | java.time.DateTimeException e) {
            throw new IllegalArgumentException("not an anchor", e);
        }
    }

    String line() {
        var members = new TreeMap<>(members(count, hash, at, previous));
        members.put("signature", Base64.getEncoder().encodeToString(signature));
        return CanonicalJson.of(members);
    }

    boolean isSignedBy(PublicKey key) {
        return Crypto.isSigned(key, message(count, hash, at, previous), signature);
    }

    boolean stands(byte[] other) {
        return Arrays.equals(hash, other);
    }

    private static byte[] message(long count, byte[] hash, Instant at, long previous) {
        return CanonicalJson.of(members(count, hash, at, previous)).getBytes(StandardCharsets.UTF_8);
    }

    private static Map<String, Object> members(long count, byte[] hash, Instant at, long previous) {
        return Map.of(
                "count", count, "hash", HexFormat.of().formatHex(hash), "at", at.toString(), "previous", previous);
    }

    private static String text(JsonNode json, String name) {
        return json.required(name).asString();
    }
}
