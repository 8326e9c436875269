package sandbox.graph.filter;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** An expression of {@code $filter}, read but not yet judged. */
public sealed interface Filter {

    /** Both must hold. */
    record And(Filter left, Filter right) implements Filter {}

    /** One must hold. */
    record Or(Filter left, Filter right) implements Filter {}

    /** The inner one must not hold. */
    record Not(Filter inner) implements Filter {}

    /**
     * A property compared with a literal.
     *
     * @param operator eq, ne, gt, ge, lt or le
     * @param value a String, Boolean, Long, Double, Instant, {@link Bare} or null
     */
    record Compare(Path path, String operator, @Nullable Object value) implements Filter {}

    /** A property with one of several values. */
    record In(Path path, List<Object> values) implements Filter {}

    /**
     * A function that answers true or false.
     *
     * @param name startsWith, endsWith or contains
     */
    record Call(String name, Path path, String text) implements Filter {}

    /**
     * One item of a collection fulfils a condition.
     *
     * @param quantifier any or all
     * @param variable null, like the condition, for a bare {@code any()}
     */
    record Each(
            Path path,
            String quantifier,
            @Nullable String variable,
            @Nullable Filter condition) implements Filter {}

    /** A property of the item, or of the item that the variable of an {@link Each} stands for. */
    record Path(List<String> parts) {

        public String text() {
            return String.join("/", parts);
        }

        /** Whether the path begins with the variable. */
        public boolean in(@Nullable String variable) {
            return parts.getFirst().equals(variable);
        }

        /** What follows the first part; empty when nothing does. */
        public String tail() {
            return String.join("/", parts.subList(1, parts.size()));
        }
    }

    /** A literal without quotes that is no number, time, truth value or null: an id, perhaps. */
    record Bare(String text) {}
}
