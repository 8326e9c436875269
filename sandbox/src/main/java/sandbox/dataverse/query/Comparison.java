package sandbox.dataverse.query;

import java.time.Instant;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** {@code column operator value}; comparing with nothing is true only for eq null and ne. */
final class Comparison {

    private Comparison() {}

    static Predicate<Row> of(Column column, String operator, String written) {
        Object wanted = Literal.read(written, column);
        return switch (operator) {
            case "eq" -> row -> same(row.value(column.name()), wanted);
            case "ne" -> row -> !same(row.value(column.name()), wanted);
            case "gt" -> ordered(column, wanted, order -> order > 0);
            case "ge" -> ordered(column, wanted, order -> order >= 0);
            case "lt" -> ordered(column, wanted, order -> order < 0);
            case "le" -> ordered(column, wanted, order -> order <= 0);
            default -> throw new BadQuery("The operator '" + operator + "' is not supported.");
        };
    }

    private static Predicate<Row> ordered(Column column, @Nullable Object wanted, IntPredicate accepts) {
        return row -> {
            Object value = row.value(column.name());
            return value != null && wanted != null && accepts.test(compare(value, wanted));
        };
    }

    private static boolean same(@Nullable Object value, @Nullable Object wanted) {
        return order(value, wanted) == 0;
    }

    /** The order of two values of one column; nothing comes first, texts are ordered without regard to case. */
    static int order(@Nullable Object left, @Nullable Object right) {
        if (left == null) {
            return right == null ? 0 : -1;
        }
        return right == null ? 1 : compare(left, right);
    }

    private static int compare(Object left, Object right) {
        if (left instanceof Long a && right instanceof Long b) {
            return a.compareTo(b);
        }
        if (left instanceof Instant a && right instanceof Instant b) {
            return a.compareTo(b);
        }
        return left.toString().compareToIgnoreCase(right.toString());
    }
}
