package sandbox.dataverse.query;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A {@code $filter}: comparisons, {@code contains}, {@code startswith}, {@code endswith}, joined by and, or, not and
 * parentheses. Texts compare without regard to case (facts, Dataverse §1d).
 */
public final class Filter {

    private static final int DEEPEST = 100;

    private final String source;
    private final Table table;
    private final Map<String, String> aliases;
    private final Deque<String> tokens;
    private int depth;

    private Filter(String source, Table table, Map<String, String> aliases) {
        this.source = source;
        this.table = table;
        this.aliases = aliases;
        this.tokens = new ArrayDeque<>(Lexer.tokens(source));
    }

    /**
     * Reads a filter; a blank one lets every row pass.
     *
     * @param aliases the values of parameters such as {@code @stepid}, by name
     * @throws BadQuery when it is not one that Dataverse would accept
     */
    public static Predicate<Row> read(String filter, Table table, Map<String, String> aliases) {
        return filter.isBlank() ? row -> true : new Filter(filter, table, aliases).whole();
    }

    /** The one column that a filter asks about, when it consists of nothing but that column's possible values. */
    static Optional<Equality> equality(String filter, Table table, Map<String, String> aliases) {
        Filter read = new Filter(filter, table, aliases);
        return read.asksForOneColumn() ? Optional.of(read.equality()) : Optional.empty();
    }

    /** A column and the values that are asked for. */
    record Equality(Column column, List<@Nullable Object> values) {}

    /** {@code column eq value or column eq another …}. */
    private boolean asksForOneColumn() {
        List<String> all = List.copyOf(tokens);
        return all.size() % 4 == 3
                && IntStream.range(0, all.size()).allMatch(i -> switch (i % 4) {
                    case 0 -> all.get(i).equals(all.getFirst());
                    case 1 -> all.get(i).equals("eq");
                    case 3 -> all.get(i).equals("or");
                    default -> true;
                });
    }

    private Equality equality() {
        Column column = table.column(next());
        List<@Nullable Object> values = new ArrayList<>();
        demand("eq");
        values.add(Literal.read(resolved(next()), column));
        while (accept("or")) {
            next();
            demand("eq");
            values.add(Literal.read(resolved(next()), column));
        }
        return new Equality(column, values);
    }

    private Predicate<Row> whole() {
        Predicate<Row> whole = either();
        if (!tokens.isEmpty()) {
            throw syntaxError();
        }
        return whole;
    }

    private Predicate<Row> either() {
        Predicate<Row> found = both();
        while (accept("or")) {
            found = found.or(both());
        }
        return found;
    }

    private Predicate<Row> both() {
        Predicate<Row> found = one();
        while (accept("and")) {
            found = found.and(one());
        }
        return found;
    }

    private Predicate<Row> one() {
        if (++depth > DEEPEST) {
            throw new BadQuery("The filter is nested deeper than " + DEEPEST + " levels.");
        }
        try {
            return accept("not") ? one().negate() : accept("(") ? inParentheses() : condition();
        } finally {
            depth--;
        }
    }

    private Predicate<Row> inParentheses() {
        Predicate<Row> inside = either();
        demand(")");
        return inside;
    }

    private Predicate<Row> condition() {
        String first = next();
        return switch (first) {
            case "contains", "startswith", "endswith" -> function(first);
            default -> Comparison.of(table.column(first), next(), resolved(next()));
        };
    }

    private Predicate<Row> function(String name) {
        demand("(");
        Column column = table.column(next());
        demand(",");
        String literal = resolved(next());
        demand(")");
        return TextMatch.of(column, name, literal);
    }

    private String resolved(String literal) {
        if (!literal.startsWith("@")) {
            return literal;
        }
        String value = aliases.get(literal);
        if (value == null) {
            throw new BadQuery("The parameter alias '" + literal + "' has no value in the query.");
        }
        return value;
    }

    private boolean accept(String wanted) {
        if (!wanted.equals(tokens.peek())) {
            return false;
        }
        tokens.remove();
        return true;
    }

    private void demand(String wanted) {
        if (!accept(wanted)) {
            throw syntaxError();
        }
    }

    private String next() {
        String token = tokens.poll();
        if (token == null) {
            throw syntaxError();
        }
        return token;
    }

    private BadQuery syntaxError() {
        String where = tokens.isEmpty() ? "at its end" : "at '" + tokens.peek() + "'";
        return new BadQuery("Syntax error " + where + " in '" + source + "'.");
    }
}
