package sandbox.graph;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The options of a request, decoded; the dollar sign may be left out, as Graph allows. */
public final class Query {

    private static final Set<String> KNOWN = Set.of(
            "select",
            "filter",
            "top",
            "orderby",
            "count",
            "search",
            "skip",
            "skiptoken",
            "deltatoken",
            "expand",
            "format");

    private final Map<String, String> options;

    private Query(Map<String, String> options) {
        this.options = options;
    }

    /**
     * Reads a raw query string; a plus sign means a space, so one that is meant must be escaped (facts §3).
     *
     * @throws GraphError when an option is unknown, given twice or wrongly escaped
     */
    static Query of(@Nullable String raw) {
        var options = new LinkedHashMap<String, String>();
        if (raw != null) {
            Arrays.stream(raw.split("&")).filter(pair -> !pair.isEmpty()).forEach(pair -> read(pair, options));
        }
        return new Query(options);
    }

    /** Null when the option was not given. */
    public @Nullable String option(String name) {
        return options.get(name);
    }

    public boolean has(String name) {
        return options.containsKey(name);
    }

    /** The names of {@code $select}, without repetition; empty when everything usual is wanted. */
    public List<String> select() {
        var select = options.get("select");
        if (select == null) {
            return List.of();
        }
        return Arrays.stream(select.split(","))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .distinct()
                .toList();
    }

    /**
     * The value of {@code $top}.
     *
     * @throws GraphError when it is no number between 1 and the largest page
     */
    public int top(int whenMissing, int largest) {
        var top = options.get("top");
        if (top == null) {
            return whenMissing;
        }
        try {
            var number = Integer.parseInt(top.strip());
            // Facts §18 no. 14: the answer to a page above the maximum is not captured.
            if (number < 1 || number > largest) {
                throw GraphError.badRequest("Invalid page size specified: '" + number + "'. Must be between 1 and "
                        + largest + " inclusive.");
            }
            return number;
        } catch (NumberFormatException noNumber) {
            throw GraphError.malformed("Invalid value '" + top + "' for $top query option found. The $top query option"
                    + " requires a non-negative integer value.");
        }
    }

    /** The options, in whatever order they were written, as they identify a list that is read page by page. */
    String fingerprint() {
        var all = new TreeMap<>(options);
        all.remove("skiptoken");
        all.remove("deltatoken");
        return all.toString();
    }

    private static void read(String pair, Map<String, String> options) {
        var equals = pair.indexOf('=');
        var name = decoded(equals < 0 ? pair : pair.substring(0, equals));
        var bare = name.startsWith("$") ? name.substring(1) : name;
        if (!KNOWN.contains(bare)) {
            if (name.startsWith("$")) {
                throw GraphError.malformed("The query parameter '" + name + "' is not supported.");
            }
            return;
        }
        if (options.put(bare, equals < 0 ? "" : decoded(pair.substring(equals + 1))) != null) {
            throw GraphError.malformed("Query option '$" + bare + "' was specified more than once, but it must be"
                    + " specified at most once.");
        }
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException wrongEscape) {
            throw GraphError.malformed("The query contains an invalid escape sequence.");
        }
    }
}
