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
import tools.jackson.databind.json.JsonMapper;

/**
 * The signed word that a stretch of the trail was moved to a file: what is left may begin behind it, and nowhere else. It says
 * what no other signature says, so that the end of an ordinary export is none.
 *
 * @param first the number of its first entry
 * @param before the hash of the entry before it
 * @param last the place of its last entry
 * @param file the file's name
 * @param sha256 of the file
 * @param signature Ed25519 over the canonical JSON of the others
 */
record Segment(long first, byte[] before, Link last, String file, byte[] sha256, Instant at, byte[] signature) {

    private static final JsonMapper JSON = new JsonMapper();

    static Segment of(Link start, Link last, String file, byte[] sha256, Instant at, TrailKeys keys) {
        var open = new Segment(start.count() + 1, start.hash(), last, file, sha256, at, new byte[0]);
        return new Segment(
                open.first,
                open.before,
                last,
                file,
                sha256,
                at,
                Crypto.sign(keys.anchor().getPrivate(), open.message()));
    }

    /**
     * Reads what {@link #line} wrote.
     *
     * @throws IllegalArgumentException when it is none
     */
    static Segment parse(String line) {
        try {
            var json = JSON.readTree(line);
            return new Segment(
                    json.required("first").asLong(),
                    HexFormat.of().parseHex(json.required("before").asString()),
                    new Link(
                            json.required("count").asLong(),
                            HexFormat.of().parseHex(json.required("hash").asString())),
                    json.required("segment").asString(),
                    HexFormat.of().parseHex(json.required("sha256").asString()),
                    Instant.parse(json.required("at").asString()),
                    Base64.getDecoder().decode(json.required("signature").asString()));
        } catch (JacksonException | DateTimeException e) {
            throw new IllegalArgumentException("not a sealed segment", e);
        }
    }

    String line() {
        var members = new TreeMap<>(signed());
        members.put("signature", Base64.getEncoder().encodeToString(signature));
        return CanonicalJson.of(members);
    }

    boolean isSignedBy(PublicKey key) {
        return Crypto.isSigned(key, message(), signature);
    }

    boolean followsOn(Link place) {
        return first == place.count() + 1 && Arrays.equals(before, place.hash());
    }

    private byte[] message() {
        return CanonicalJson.of(signed()).getBytes(StandardCharsets.UTF_8);
    }

    private Map<String, Object> signed() {
        return Map.of(
                "segment", file,
                "sha256", HexFormat.of().formatHex(sha256),
                "first", first,
                "before", HexFormat.of().formatHex(before),
                "count", last.count(),
                "hash", HexFormat.of().formatHex(last.hash()),
                "at", at.toString());
    }
}
