package latchkey.audit;

import java.util.HexFormat;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A line of an export. An entry's line is {@code {"hash":"…","body":…}} with the body letter by letter as it was hashed, so
 * that whoever checks it needs no parser that preserves bytes.
 */
sealed interface ExportLine {

    /** Where the export begins. */
    record Header(long first, byte[] before) implements ExportLine {}

    record Entry(byte[] hash, String body) implements ExportLine {}

    record Anchored(Anchor anchor) implements ExportLine {}

    record Closed(Closing closing) implements ExportLine {}

    /** What no export has. */
    record Unreadable() implements ExportLine {}

    int FORMAT = 1;

    JsonMapper JSON = new JsonMapper();

    String HASH = "{\"hash\":\"";

    String BODY = "\",\"body\":";

    int HASH_LENGTH = 64;

    static String header(long first, byte[] before) {
        return CanonicalJson.of(Map.of(
                "latchkey-trail",
                (long) FORMAT,
                "first",
                first,
                "before",
                HexFormat.of().formatHex(before)));
    }

    static String entry(byte[] hash, String body) {
        return HASH + HexFormat.of().formatHex(hash) + BODY + body + "}";
    }

    static String anchor(Anchor anchor) {
        return "{\"anchor\":" + anchor.line() + "}";
    }

    static String closing(Closing closing) {
        return CanonicalJson.of(Map.of("closing", closing.members()));
    }

    static ExportLine read(String line) {
        try {
            return line.startsWith(HASH) ? entry(line) : other(JSON.readTree(line));
        } catch (JacksonException | IllegalArgumentException e) {
            return new Unreadable();
        }
    }

    private static ExportLine entry(String line) {
        var body = HASH.length() + HASH_LENGTH;
        if (!line.startsWith(BODY, body) || !line.endsWith("}}")) {
            return new Unreadable();
        }
        return new Entry(
                HexFormat.of().parseHex(line, HASH.length(), body),
                line.substring(body + BODY.length(), line.length() - 1));
    }

    private static ExportLine other(JsonNode json) {
        if (json.has("anchor")) {
            return new Anchored(Anchor.parse(json.get("anchor").toString()));
        }
        if (json.has("closing")) {
            return new Closed(Closing.of(json.get("closing")));
        }
        return json.path("latchkey-trail").asInt(0) == FORMAT
                ? new Header(
                        json.required("first").asLong(),
                        HexFormat.of().parseHex(json.required("before").asString()))
                : new Unreadable();
    }
}
