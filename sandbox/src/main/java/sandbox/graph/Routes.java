package sandbox.graph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Which part answers which path. */
public final class Routes {

    private static final String OPEN = "{}";

    private final List<Route> routes = new ArrayList<>();

    /**
     * Adds a route.
     *
     * @param path names separated by slashes; {@code {}} stands for a key, which callers may write as a part of its own
     *     or in parentheses
     * @param units what a call costs before modifiers (facts §12)
     */
    public Routes add(String method, String path, int units, Function<GraphCall, GraphReply> answer) {
        return add(method, path, units, !method.equals("GET"), answer);
    }

    /** Adds a route for a POST that only asks, and so is no write (facts §12). */
    public Routes ask(String path, int units, Function<GraphCall, GraphReply> answer) {
        return add("POST", path, units, false, answer);
    }

    private Routes add(String method, String path, int units, boolean writes, Function<GraphCall, GraphReply> answer) {
        routes.add(new Route(method, List.of(path.split("/")), units, writes, answer));
        return this;
    }

    /**
     * Finds the route of a call.
     *
     * @throws GraphError 405 when the path exists with other methods, 400 when it does not exist
     */
    Match find(String method, List<String> parts) {
        var fitting = routes.stream().filter(route -> route.fits(parts)).toList();
        if (fitting.isEmpty()) {
            throw GraphError.malformed("Resource not found for the segment '" + unknown(parts) + "'.");
        }
        return fitting.stream()
                .filter(route -> route.method().equals(method))
                .findFirst()
                .map(route -> new Match(route, route.keys(parts)))
                .orElseThrow(() -> new GraphError(
                        405,
                        "Request_BadRequest",
                        "Specified HTTP method is not allowed for the request target.",
                        List.of()));
    }

    record Match(Route route, List<String> keys) {}

    record Route(String method, List<String> parts, int units, boolean writes, Function<GraphCall, GraphReply> answer) {

        boolean fits(List<String> asked) {
            if (asked.size() != parts.size()) {
                return false;
            }
            for (var i = 0; i < parts.size(); i++) {
                var part = parts.get(i);
                // A key cannot begin with a dollar sign outside parentheses: /users/$count is no user (facts §4.2).
                var fits =
                        part.equals(OPEN) ? !asked.get(i).startsWith("$") : part.equalsIgnoreCase(bare(asked.get(i)));
                if (!fits) {
                    return false;
                }
            }
            return true;
        }

        List<String> keys(List<String> asked) {
            var keys = new ArrayList<String>();
            for (var i = 0; i < parts.size(); i++) {
                if (parts.get(i).equals(OPEN)) {
                    keys.add(bare(asked.get(i)));
                }
            }
            return keys;
        }

        private static String bare(String part) {
            return GraphPath.bare(part);
        }
    }

    private String unknown(List<String> parts) {
        var names = routes.stream().map(Route::parts).toList();
        for (var length = parts.size(); length > 0; length--) {
            var size = length;
            var known = Optional.of(parts.subList(0, size))
                    .filter(head -> names.stream()
                            .filter(route -> route.size() >= size)
                            .anyMatch(route -> new Route(
                                            "", route.subList(0, size), 0, false, call -> GraphReply.noContent())
                                    .fits(head)));
            if (known.isPresent()) {
                return length == parts.size() ? parts.getLast() : parts.get(length);
            }
        }
        return Arrays.stream(parts.toArray(String[]::new)).findFirst().orElse("");
    }
}
