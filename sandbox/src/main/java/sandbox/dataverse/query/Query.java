package sandbox.dataverse.query;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A list query on one table: what to select, which rows, in which order, how many a page. */
public final class Query {

    /** The most rows of a page (facts, Dataverse §1d). */
    public static final int LARGEST_PAGE = 5_000;

    private static final Set<String> OPTIONS = Set.of("$select", "$filter", "$orderby", "$top", "$count", "$skiptoken");
    private static final String TOKEN_PREFIX = "rows-";
    private static final Pattern KEY = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

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
    public static Page answer(Table table, Rows rows, Map<String, String> options, @Nullable Integer pageSize) {
        demandKnown(options.keySet());
        int size = pageSize == null ? LARGEST_PAGE : Math.clamp(pageSize, 1, LARGEST_PAGE);
        return new Query(table, options, size).over(rows);
    }

    /** How many rows {@code /$count} tells of, at most 5,000. */
    public static int count(Table table, Rows rows, Map<String, String> options) {
        demandKnown(options.keySet());
        Query query = new Query(table, options, LARGEST_PAGE);
        return counted(query.from("", rows).filter(Filter.read(query.option("$filter"), table, options)));
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

    private Page over(Rows rows) {
        List<Column> columns = table.select(option("$select"));
        Predicate<Row> filter = Filter.read(option("$filter"), table, options);
        return isByKey() ? byKey(columns, filter, rows) : ordered(columns, filter, rows);
    }

    private boolean isByKey() {
        String order = option("$orderby").strip();
        return order.isEmpty() || order.equals(table.key()) || order.equals(table.key() + " asc");
    }

    /** By key when nothing else is asked for; a page is found without walking through those before it. */
    private Page byKey(List<Column> columns, Predicate<Row> filter, Rows rows) {
        Integer top = top();
        int size = top == null ? pageSize : top;
        List<Row> found = from(afterKey(), rows).filter(filter).limit(size + 1L).toList();
        List<Row> page = found.subList(0, Math.min(size, found.size()));
        boolean isMore = found.size() > size && top == null;
        return new Page(columns, page, total(filter, rows), isMore ? token(Rows.key(table, page.getLast())) : null);
    }

    private Page ordered(List<Column> columns, Predicate<Row> filter, Rows rows) {
        List<Row> found = from("", rows).filter(filter).sorted(order()).toList();
        int from = from();
        int to = to(from, found.size());
        String next = to < found.size() && top() == null ? token(String.valueOf(to)) : null;
        return new Page(columns, found.subList(Math.min(from, to), to), total(filter, rows), next);
    }

    private Stream<Row> from(String key, Rows rows) {
        return Filter.equality(option("$filter"), table, options)
                .flatMap(wanted -> indexed(wanted, rows))
                .map(few -> Rows.of(table, few).after(key))
                .orElseGet(() -> rows.after(key));
    }

    /** Those with one of the values, each once; empty when there is no index for the column. */
    private Optional<Collection<Row>> indexed(Filter.Equality wanted, Rows rows) {
        Map<String, Row> found = new LinkedHashMap<>();
        for (Object value : wanted.values()) {
            Optional<Stream<Row>> with = rows.with(wanted.column().name(), value);
            if (with.isEmpty()) {
                return Optional.empty();
            }
            with.get().forEach(row -> found.put(Rows.key(table, row), row));
        }
        return Optional.of(found.values());
    }

    private @Nullable Integer total(Predicate<Row> filter, Rows rows) {
        return "true".equals(option("$count")) ? counted(from("", rows).filter(filter)) : null;
    }

    private static int counted(Stream<Row> rows) {
        return (int) rows.limit(LARGEST_PAGE).count();
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

    /** Of equal ones by key, so that pages fit together. */
    private Comparator<Row> order() {
        return Stream.of(option("$orderby").split(",", -1))
                .map(term -> by(term.strip()))
                .reduce(Comparator::thenComparing)
                .orElseThrow()
                .thenComparing(by(table.column(table.key())));
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
        String place = place();
        return place.isEmpty() ? 0 : position(place);
    }

    private String afterKey() {
        String place = place();
        if (!place.isEmpty() && !KEY.matcher(place).matches()) {
            throw malformed();
        }
        return place;
    }

    private static String token(String place) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString((TOKEN_PREFIX + place).getBytes(UTF_8));
    }

    private String place() {
        String token = option("$skiptoken");
        try {
            String text = new String(Base64.getUrlDecoder().decode(token), UTF_8);
            return token.isEmpty() ? "" : text.substring(TOKEN_PREFIX.length());
        } catch (IllegalArgumentException | IndexOutOfBoundsException malformed) {
            throw malformed();
        }
    }

    private static int position(String place) {
        try {
            return Integer.parseUnsignedInt(place);
        } catch (NumberFormatException malformed) {
            throw malformed();
        }
    }

    private static BadQuery malformed() {
        return new BadQuery("Malformed XML in the Paging Cookie.");
    }

    private String option(String name) {
        return options.getOrDefault(name, "");
    }
}
