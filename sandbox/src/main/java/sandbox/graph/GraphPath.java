package sandbox.graph;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Splits a path into names and keys: {@code users('a')} is the same as {@code users/a}. */
final class GraphPath {

    private static final Pattern KEYED = Pattern.compile("([A-Za-z.$]+)\\((?:([A-Za-z]+)=)?'((?:[^']|'')*)'\\)");

    // Stands before a key that came in parentheses, where it may begin with a dollar sign (facts §4.2).
    private static final char QUOTED = '\u0001';

    private GraphPath() {}

    /**
     * The parts of a path below the version, still escaped.
     *
     * @throws GraphError when an escape is wrong
     */
    static List<String> parts(String raw) {
        var parts = new ArrayList<String>();
        for (var part : raw.split("/")) {
            if (!part.isEmpty()) {
                addTo(parts, decoded(part));
            }
        }
        return parts;
    }

    static String bare(String part) {
        return !part.isEmpty() && part.charAt(0) == QUOTED ? part.substring(1) : part;
    }

    private static void addTo(List<String> parts, String part) {
        var keyed = KEYED.matcher(part);
        if (keyed.matches()) {
            var alternate = keyed.group(2);
            parts.add(alternate == null ? keyed.group(1) : keyed.group(1) + "(" + alternate + ")");
            parts.add(QUOTED + keyed.group(3).replace("''", "'"));
        } else {
            parts.add(part);
        }
    }

    private static String decoded(String part) {
        try {
            // In a path, unlike in a query, a plus sign is a plus sign.
            return URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException wrongEscape) {
            throw GraphError.malformed("The path contains an invalid escape sequence.");
        }
    }
}
