package sandbox.dataverse.query;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A list query on one table: what to select, which rows, in which order, how many a page. */
public final class Query {

    /** The most rows of a page (facts, Dataverse §1d). */
    public static final int LARGEST_PAGE = 5_000;

    private static final Set<String> OPTIONS = Set.of("$select", "$filter", "$orderby", "$top", "$count", "$skiptoken");
    private static final String TOKEN_PREFIX = "rows-";

    private final Table table;
    private final Map<String, String> options;
    private final int pageSize;

    private Query(Table table, Map<String, String> options, int pageSize) {
        this.table = table;
        this.options = options;
        this.pageSize = pageSize;
    }

    /**
     * Answers the query options with rows of the table.
     *
     * @param pageSize what {@code Prefer: odata.maxpagesize} asks for, null when it does not
     * @throws BadQuery when an option is unknown or malformed
     */
    public static Page answer(
            Table table, Stream<? extends Row> rows, Map<String, String> options, @Nullable Integer pageSize) {
        demandKnown(options.keySet());
        int size = pageSize == null ? LARGEST_PAGE : Math.clamp(pageSize, 1, LARGEST_PAGE);
        return new Query(table, options, size).over(rows);
    }

    private static void demandKnown(Set<String> names) {
        for (String name : names) {
            if (name.equals("$skip")) {
                throw new BadQuery("Skip Clause is not supported in CRM");
            }
            if (name.startsWith("$") && !OPTIONS.contains(name)) {
                throw new BadQuery("The query parameter " + name + " is not supported.");
            }
        }
    }

    private Page over(Stream<? extends Row> rows) {
        List<Column> columns = table.select(option("$select"));
        Predicate<Row> filter = Filter.read(option("$filter"), table, options);
        List<Row> found =
                rows.<Row>map(row -> row).filter(filter).sorted(order()).toList();
        int from = from();
        int to = to(from, found.size());
        String next = to < found.size() && top() == null ? token(to) : null;
        return new Page(columns, found.subList(Math.min(from, to), to), total(found.size()), next);
    }

    private @Nullable Integer total(int found) {
        return "true".equals(option("$count")) ? Math.min(found, LARGEST_PAGE) : null;
    }

    /** {@code $top} switches paging off (facts, Dataverse §1d). */
    private int to(int from, int found) {
        Integer top = top();
        return Math.min(found, top == null ? from + pageSize : top);
    }

    private @Nullable Integer top() {
        String top = option("$top");
        if (top.isEmpty()) {
            return null;
        }
        if (!top.matches("[0-9]{1,6}")) {
            throw new BadQuery("Invalid value '" + top + "' for $top query option found. "
                    + "The $top query option requires a non-negative integer value.");
        }
        return Math.min(Integer.parseInt(top), LARGEST_PAGE);
    }

    /** By key when nothing else is asked for, so that pages fit together. */
    private Comparator<Row> order() {
        Comparator<Row> byKey = by(table.column(table.key()));
        if (option("$orderby").isBlank()) {
            return byKey;
        }
        return Stream.of(option("$orderby").split(",", -1))
                .map(term -> by(term.strip()))
                .reduce(Comparator::thenComparing)
                .map(order -> order.thenComparing(byKey))
                .orElse(byKey);
    }

    private Comparator<Row> by(String term) {
        String[] words = term.split("\\s+");
        Comparator<Row> ascending = by(table.column(words[0]));
        return switch (words.length == 2 ? words[1] : words.length == 1 ? "asc" : "") {
            case "asc" -> ascending;
            case "desc" -> ascending.reversed();
            default -> throw new BadQuery("Syntax error in $orderby at '" + term + "'.");
        };
    }

    private static Comparator<Row> by(Column column) {
        return (left, right) -> Comparison.order(left.value(column.name()), right.value(column.name()));
    }

    private int from() {
        String token = option("$skiptoken");
        return token.isEmpty() ? 0 : position(token);
    }

    private static String token(int position) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString((TOKEN_PREFIX + position).getBytes(UTF_8));
    }

    private static int position(String token) {
        try {
            String text = new String(Base64.getUrlDecoder().decode(token), UTF_8);
            return Integer.parseUnsignedInt(text.substring(TOKEN_PREFIX.length()));
        } catch (IllegalArgumentException | IndexOutOfBoundsException malformed) {
            throw new BadQuery("Malformed XML in the Paging Cookie.");
        }
    }

    private String option(String name) {
        return options.getOrDefault(name, "");
    }
}
