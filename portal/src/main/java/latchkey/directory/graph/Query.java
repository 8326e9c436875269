package latchkey.directory.graph;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.StringJoiner;

/** Builds the query of a call; the one place where values become OData literals (facts §3). */
final class Query {

    private final StringJoiner options = new StringJoiner("&");

    static Query select(Collection<String> properties) {
        return new Query().option("$select", String.join(",", properties));
    }

    Query filter(String filter) {
        return option("$filter", filter);
    }

    /** Only where the directory allows it together with a filter: its log does (facts §7.1). */
    Query orderBy(String property) {
        return option("$orderby", property);
    }

    Query top(int limit) {
        return option("$top", Integer.toString(limit));
    }

    /** Asks for the number of all, which makes it an advanced query. */
    Query count() {
        return option("$count", "true");
    }

    /** The path with this query, ready for the wire. */
    String on(String path) {
        return path + "?" + options;
    }

    /** A string literal: quotes doubled, so that no value can end it. */
    static String literal(String value) {
        return "'" + value.replace("'", "''") + "'";
    }

    private Query option(String name, String value) {
        options.add(name + "=" + encoded(value));
        return this;
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("%2C", ",")
                .replace("%27", "'")
                .replace("%28", "(")
                .replace("%29", ")");
    }
}
