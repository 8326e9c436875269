package sandbox.graph.users;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import sandbox.graph.GraphCall;
import sandbox.graph.filter.Filter;
import sandbox.people.Directory;

/** Narrows an expression down to the users that an index names, so that nobody walks through everybody. */
final class Candidates {

    private final GraphCall call;

    private Candidates(GraphCall call) {
        this.call = call;
    }

    /** Ids among which everybody is who fulfils the expression; null when no index helps. */
    static @Nullable Set<String> of(Filter filter, GraphCall call) {
        return new Candidates(call).of(filter);
    }

    private @Nullable Set<String> of(Filter filter) {
        return switch (filter) {
            case Filter.And and -> both(of(and.left()), of(and.right()));
            case Filter.Or or -> either(of(or.left()), of(or.right()));
            case Filter.Not not -> null;
            case Filter.Compare compare ->
                compare.operator().equals("eq") ? holders(compare.path().text(), text(compare.value())) : null;
            case Filter.In in -> in(in);
            case Filter.Call called -> beginning(called);
            case Filter.Each each -> each(each);
        };
    }

    private @Nullable Set<String> in(Filter.In in) {
        Set<String> all = new HashSet<>();
        for (var value : in.values()) {
            var some = holders(in.path().text(), text(value));
            if (some == null) {
                return null;
            }
            all.addAll(some);
        }
        return all;
    }

    private @Nullable Set<String> beginning(Filter.Call called) {
        var property = called.path().text();
        return called.name().equals("startsWith") && Directory.sorted(property)
                ? call.directory().beginning(property, called.text(), call.asOf())
                : null;
    }

    private @Nullable Set<String> each(Filter.Each each) {
        var property = each.path().text();
        if (property.equals("identities")) {
            var assigned = IdentityClause.of(each).assigned();
            return assigned == null ? null : call.directory().known(assigned, call.asOf());
        }
        return each.condition() instanceof Filter.Compare compare
                        && compare.operator().equals("eq")
                        && compare.path().in(each.variable())
                ? holders(property, text(compare.value()))
                : null;
    }

    private @Nullable Set<String> holders(String property, @Nullable String value) {
        if (value == null) {
            return null;
        }
        if (property.equals("id")) {
            return Set.of(value.toLowerCase(Locale.ROOT));
        }
        return Directory.indexed(property) ? call.directory().holders(property, value, call.asOf()) : null;
    }

    private static @Nullable String text(@Nullable Object value) {
        return value instanceof String text ? text : null;
    }

    private static @Nullable Set<String> both(@Nullable Set<String> one, @Nullable Set<String> other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.stream().filter(other::contains).collect(Collectors.toSet());
    }

    private static @Nullable Set<String> either(@Nullable Set<String> one, @Nullable Set<String> other) {
        if (one == null || other == null) {
            return null;
        }
        return List.of(one, other).stream().flatMap(Set::stream).collect(Collectors.toSet());
    }
}
