package sandbox.graph.filter;

import java.time.Instant;
import java.util.Collection;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Says whether an item fulfils an expression. */
public final class Evaluation {

    private Evaluation() {}

    /** What an item has. */
    public interface Item {

        /** The value at a path, or null. */
        @Nullable
        Object value(Filter.Path path);

        /** Whether one of a collection's items fulfils the condition. */
        default boolean each(Filter.Each each) {
            var found = value(each.path());
            var items = found instanceof Collection<?> several ? several : java.util.List.of();
            var condition = each.condition();
            if (condition == null) {
                return !items.isEmpty();
            }
            return each.quantifier().equals("any")
                    ? items.stream().anyMatch(item -> matches(condition, within(each, item)))
                    : items.stream().allMatch(item -> matches(condition, within(each, item)));
        }

        /** The same item seen from inside a lambda. */
        default Item within(Filter.Each each, Object element) {
            return path -> path.in(each.variable()) ? part(element, path.tail()) : value(path);
        }

        /** A part of an element of a collection; the element itself when the path is empty. */
        default @Nullable Object part(Object element, String path) {
            return path.isEmpty() ? element : null;
        }
    }

    public static boolean matches(Filter filter, Item item) {
        return switch (filter) {
            case Filter.And and -> matches(and.left(), item) && matches(and.right(), item);
            case Filter.Or or -> matches(or.left(), item) || matches(or.right(), item);
            case Filter.Not not -> !matches(not.inner(), item);
            case Filter.Compare compare -> compared(item.value(compare.path()), compare.operator(), compare.value());
            case Filter.In in -> in.values().stream().anyMatch(value -> compared(item.value(in.path()), "eq", value));
            case Filter.Call call -> called(call, item.value(call.path()));
            case Filter.Each each -> item.each(each);
        };
    }

    private static boolean compared(@Nullable Object have, String operator, @Nullable Object want) {
        if (have == null || want == null) {
            return switch (operator) {
                case "eq" -> have == null && want == null;
                case "ne" -> have != null || want != null;
                default -> false;
            };
        }
        var order = order(have, want);
        return switch (operator) {
            case "eq" -> Objects.equals(order, 0);
            case "ne" -> !Objects.equals(order, 0);
            case "gt" -> order != null && order > 0;
            case "ge" -> order != null && order >= 0;
            case "lt" -> order != null && order < 0;
            default -> order != null && order <= 0;
        };
    }

    /** Null when the two are of different kinds, so that no order says anything. */
    private static @Nullable Integer order(Object have, Object want) {
        if (have instanceof Long one && want instanceof Long other) {
            return one.compareTo(other);
        }
        if (have instanceof Number one && want instanceof Number other) {
            return Double.compare(one.doubleValue(), other.doubleValue());
        }
        if (have instanceof Instant one && want instanceof Instant other) {
            return one.compareTo(other);
        }
        if (have instanceof Boolean one && want instanceof Boolean other) {
            return one.compareTo(other);
        }
        if (have instanceof String one && want instanceof String other) {
            // Strings of the directory are compared without regard to case.
            return folded(one).compareTo(folded(other));
        }
        return null;
    }

    private static boolean called(Filter.Call call, @Nullable Object have) {
        if (!(have instanceof String text)) {
            return false;
        }
        return switch (call.name()) {
            case "startsWith" -> folded(text).startsWith(folded(call.text()));
            case "endsWith" -> folded(text).endsWith(folded(call.text()));
            default -> folded(text).contains(folded(call.text()));
        };
    }

    private static String folded(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
