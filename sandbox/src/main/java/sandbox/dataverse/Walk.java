package sandbox.dataverse;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.Base64;
import sandbox.dataverse.query.BadQuery;

/**
 * How far somebody got who walks through changes page by page.
 *
 * @param known the version up to which they knew everything before; 0 when they knew nothing
 * @param upTo the version at which they began to walk; what comes later is for the next walk
 * @param at when they began
 * @param changed the version of the last change they saw
 * @param deleted the version of the last deletion they saw
 */
record Walk(long known, long upTo, Instant at, long changed, long deleted) {

    private static final String PREFIX = "walk";

    static Walk begin(long known, long upTo, Instant at) {
        return new Walk(known, upTo, at, known, known);
    }

    static boolean isOne(String skipToken) {
        return decoded(skipToken).startsWith(PREFIX);
    }

    static Walk read(String skipToken) {
        var parts = decoded(skipToken).split("-", -1);
        try {
            return new Walk(
                    Long.parseLong(parts[1]),
                    Long.parseLong(parts[2]),
                    Instant.ofEpochSecond(Long.parseLong(parts[3])),
                    Long.parseLong(parts[4]),
                    Long.parseLong(parts[5]));
        } catch (IndexOutOfBoundsException | NumberFormatException | java.time.DateTimeException malformed) {
            throw new BadQuery("Malformed XML in the Paging Cookie.");
        }
    }

    String skipToken() {
        var text = String.join(
                "-",
                PREFIX,
                String.valueOf(known),
                String.valueOf(upTo),
                String.valueOf(at.getEpochSecond()),
                String.valueOf(changed),
                String.valueOf(deleted));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(UTF_8));
    }

    boolean isFromTheStart() {
        return known == 0;
    }

    Walk afterChange(long version) {
        return new Walk(known, upTo, at, version, deleted);
    }

    Walk afterDeletion(long version) {
        return new Walk(known, upTo, at, upTo, version);
    }

    DeltaToken end() {
        return new DeltaToken(upTo, at);
    }

    private static String decoded(String skipToken) {
        try {
            return new String(Base64.getUrlDecoder().decode(skipToken), UTF_8);
        } catch (IllegalArgumentException malformed) {
            return "";
        }
    }
}
