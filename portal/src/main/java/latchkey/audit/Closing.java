package latchkey.audit;

import java.nio.charset.StandardCharsets;
import java.security.PublicKey;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * The signed last line of an export: what it holds from end to end, so that nothing can be cut off or taken out.
 *
 * @param before the hash of the entry before the first
 * @param last the place of the last entry
 * @param signature Ed25519 over the canonical JSON of the others
 */
record Closing(long first, byte[] before, Link last, long anchors, Instant at, byte[] signature) {

    static Closing of(long first, byte[] before, Link last, long anchors, Instant at, TrailKeys keys) {
        var open = new Closing(first, before, last, anchors, at, new byte[0]);
        return new Closing(
                first, before, last, anchors, at, Crypto.sign(keys.anchor().getPrivate(), open.message()));
    }

    /**
     * Reads what {@link #members} wrote.
     *
     * @throws IllegalArgumentException when it is none
     */
    static Closing of(JsonNode json) {
        try {
            return new Closing(
                    json.required("first").asLong(),
                    HexFormat.of().parseHex(json.required("before").asString()),
                    new Link(
                            json.required("count").asLong(),
                            HexFormat.of().parseHex(json.required("hash").asString())),
                    json.required("anchors").asLong(),
                    Instant.parse(json.required("at").asString()),
                    Base64.getDecoder().decode(json.required("signature").asString()));
        } catch (JacksonException | DateTimeException e) {
            throw new IllegalArgumentException("not the end of an export", e);
        }
    }

    Map<String, Object> members() {
        var members = new TreeMap<>(signed());
        members.put("signature", Base64.getEncoder().encodeToString(signature));
        return members;
    }

    boolean isSignedBy(PublicKey key) {
        return Crypto.isSigned(key, message(), signature);
    }

    boolean closes(long from, byte[] earlier, Link place, long seen) {
        return first == from
                && Arrays.equals(before, earlier)
                && last.count() == place.count()
                && Arrays.equals(last.hash(), place.hash())
                && anchors == seen;
    }

    private byte[] message() {
        return CanonicalJson.of(signed()).getBytes(StandardCharsets.UTF_8);
    }

    private Map<String, Object> signed() {
        return Map.of(
                "first", first,
                "before", HexFormat.of().formatHex(before),
                "count", last.count(),
                "hash", HexFormat.of().formatHex(last.hash()),
                "anchors", anchors,
                "at", at.toString());
    }
}
