package sandbox.graph.users;

import java.util.List;
import org.jspecify.annotations.Nullable;
import sandbox.graph.GraphCall;
import sandbox.graph.GraphError;
import sandbox.graph.filter.Filter;

/** Refuses what the tenant does not let filter (facts §4.3 and §3.2). */
final class UserFilterRules {

    // Entra's limit on alternatives; known from its error text, not from the documentation.
    private static final int MOST_ALTERNATIVES = 15;

    private final GraphCall call;
    private final boolean advanced;

    private UserFilterRules(GraphCall call, boolean advanced) {
        this.call = call;
        this.advanced = advanced;
    }

    /**
     * Checks an expression.
     *
     * @throws GraphError 400 in the words for the first clause that is refused
     */
    static void check(Filter filter, GraphCall call, boolean advanced) {
        var rules = new UserFilterRules(call, advanced);
        rules.check(filter, null);
        var alternatives = alternatives(filter);
        if (alternatives > MOST_ALTERNATIVES) {
            throw GraphError.unsupportedQuery("Too many child clauses specified in search filter expression containing"
                    + " 'OR' operators: " + alternatives + ". Max allowed: " + MOST_ALTERNATIVES + ".");
        }
    }

    private void check(Filter filter, Filter.@Nullable Each within) {
        switch (filter) {
            case Filter.And and -> {
                check(and.left(), within);
                check(and.right(), within);
            }
            case Filter.Or or -> {
                check(or.left(), within);
                check(or.right(), within);
            }
            case Filter.Not not -> {
                check(not.inner(), within);
                demandNegatable(firstPath(not.inner()), within);
            }
            case Filter.Compare compare -> {
                var property = demand(compare.path(), compare.value() == null ? "null" : compare.operator(), within);
                demandType(property, compare.value());
            }
            case Filter.In in -> {
                var property = demand(in.path(), "in", within);
                in.values().forEach(value -> demandType(property, value));
            }
            case Filter.Call called -> demandType(demand(called.path(), called.name(), within), called.text());
            case Filter.Each each -> check(each);
        }
    }

    private void check(Filter.Each each) {
        var property = property(each.path());
        if (!property.filtering().collection() || !each.quantifier().equals("any")) {
            throw unsupported(property.name());
        }
        var condition = each.condition();
        if (property.filtering() == Filtering.IDENTITIES) {
            IdentityClause.demandValid(each);
        } else if (condition == null) {
            throw unsupported(property.name());
        } else {
            check(condition, each);
        }
    }

    private Property demand(Filter.Path path, String operator, Filter.@Nullable Each within) {
        var inside = within != null && path.in(within.variable());
        var property = property(inside && within != null ? within.path() : path);
        if (property.filtering().collection() && !inside) {
            throw unsupported(property.name());
        }
        if (property.filtering().plainly(operator)) {
            return property;
        }
        if (!property.filtering().ever(operator)) {
            throw unsupported(property.name());
        }
        if (!advanced) {
            throw operator.equals("endsWith") ? parametersMissing(operator) : unsupported(property.name());
        }
        return property;
    }

    private void demandNegatable(Filter.Path path, Filter.@Nullable Each within) {
        var property = property(path);
        if (within != null || !advanced || !property.filtering().ever("not")) {
            throw unsupported(property.name());
        }
    }

    private static void demandType(Property property, @Nullable Object value) {
        var fits =
                switch (property.type()) {
                    case TEXT, TEXTS, BINARY -> value instanceof String;
                    case FLAG -> value instanceof Boolean;
                    case TIME -> value instanceof java.time.Instant;
                    case INTEGER, LARGE_INTEGER -> value instanceof Long;
                    default -> true;
                };
        if (value != null && !fits) {
            throw GraphError.malformed("Invalid filter clause: A binary operator with incompatible types was detected"
                    + " for property '" + property.name() + "' of type 'microsoft.graph.user'.");
        }
    }

    private Property property(Filter.Path path) {
        var name = path.parts().getFirst();
        var known = Properties.named(name, call.tenant());
        if (known.isPresent()) {
            if (name.equals(Properties.SIGN_IN_ACTIVITY)) {
                throw SignInActivity.refusal();
            }
            return known.get();
        }
        if (Properties.custom(name)) {
            throw GraphError.badRequest("The following extension properties are not available: " + name + ".");
        }
        throw GraphError.malformed("Invalid filter clause: Could not find a property named '" + name
                + "' on type 'microsoft.graph.user'.");
    }

    private static Filter.Path firstPath(Filter filter) {
        return switch (filter) {
            case Filter.And and -> firstPath(and.left());
            case Filter.Or or -> firstPath(or.left());
            case Filter.Not not -> firstPath(not.inner());
            case Filter.Compare compare -> compare.path();
            case Filter.In in -> in.path();
            case Filter.Call called -> called.path();
            case Filter.Each each -> new Filter.Path(List.of(each.path().parts().getFirst()));
        };
    }

    private static int alternatives(Filter filter) {
        return switch (filter) {
            case Filter.Or or -> alternatives(or.left()) + alternatives(or.right());
            case Filter.And and -> Math.max(alternatives(and.left()), alternatives(and.right()));
            case Filter.Not not -> alternatives(not.inner());
            case Filter.In in -> in.values().size();
            case Filter.Compare compare -> 1;
            case Filter.Call called -> 1;
            case Filter.Each each -> 1;
        };
    }

    private static GraphError parametersMissing(String operator) {
        return GraphError.unsupportedQuery("Operator '" + operator + "' is not supported because the required"
                + " parameters might be missing. Try adding $count=true query parameter and"
                + " ConsistencyLevel:eventual header. Refer to https://aka.ms/graph-docs/advanced-queries for more"
                + " information");
    }

    private static GraphError unsupported(String property) {
        return GraphError.unsupportedQuery("Unsupported or invalid query filter clause specified for property '"
                + property + "' of resource 'User'.");
    }
}
