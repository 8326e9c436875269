package sandbox.graph.audits;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import sandbox.graph.GraphError;
import sandbox.graph.filter.Filter;

/** What the log can be filtered by (facts §7.1). */
final class AuditFilterRules {

    private static final Map<String, Set<String>> ALLOWED = Map.of(
            "activityDateTime", Set.of("eq", "ge", "le"),
            "activityDisplayName", Set.of("eq", "startsWith"),
            "category", Set.of("eq"),
            "loggedByService", Set.of("eq"),
            "correlationId", Set.of("eq"),
            "initiatedBy/user/id", Set.of("eq"),
            "initiatedBy/user/displayName", Set.of("eq"),
            "initiatedBy/user/userPrincipalName", Set.of("eq"),
            "initiatedBy/app/appId", Set.of("eq"),
            "initiatedBy/app/displayName", Set.of("eq"));

    private static final Map<String, Set<String>> OF_TARGETS =
            Map.of("id", Set.of("eq"), "displayName", Set.of("eq", "startsWith"));

    private AuditFilterRules() {}

    static void check(Filter filter) {
        switch (filter) {
            case Filter.And and -> {
                check(and.left());
                check(and.right());
            }
            case Filter.Or or -> {
                check(or.left());
                check(or.right());
            }
            case Filter.Compare compare -> {
                demand(ALLOWED, compare.path().text(), compare.operator());
                if (compare.path().text().equals("activityDateTime") && !(compare.value() instanceof Instant)) {
                    throw refused("activityDateTime");
                }
            }
            case Filter.Call call -> demand(ALLOWED, call.path().text(), call.name());
            case Filter.Each each -> check(each);
            case Filter.Not not -> throw refused("not");
            case Filter.In in -> throw refused(in.path().text());
        }
    }

    private static void check(Filter.Each each) {
        var condition = each.condition();
        if (!each.path().text().equals("targetResources") || !each.quantifier().equals("any") || condition == null) {
            throw refused(each.path().text());
        }
        switch (condition) {
            case Filter.Compare compare
            when compare.path().in(each.variable()) ->
                demand(OF_TARGETS, compare.path().tail(), compare.operator());
            case Filter.Call call
            when call.path().in(each.variable()) ->
                demand(OF_TARGETS, call.path().tail(), call.name());
            default -> throw refused("targetResources");
        }
    }

    private static void demand(Map<String, Set<String>> allowed, String path, String operator) {
        if (!allowed.getOrDefault(path, Set.of()).contains(operator)) {
            throw refused(path);
        }
    }

    private static GraphError refused(String property) {
        return GraphError.malformed(
                "Invalid filter clause: the log cannot be filtered by '" + property + "' that way.");
    }
}
