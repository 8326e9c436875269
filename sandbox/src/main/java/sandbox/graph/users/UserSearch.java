package sandbox.graph.users;

import java.util.Comparator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import sandbox.graph.GraphCall;
import sandbox.graph.GraphError;
import sandbox.graph.filter.Evaluation;
import sandbox.graph.filter.Filter;
import sandbox.graph.filter.FilterParser;
import sandbox.people.Directory;
import sandbox.people.User;

/**
 * A list of users: which ones, in which order.
 *
 * @param filter null = everybody
 * @param order null = by id
 */
record UserSearch(
        GraphCall call, @Nullable Filter filter, @Nullable Order order, boolean counted) {

    /**
     * The order by a property.
     *
     * @param descending whether the last comes first
     */
    record Order(String property, boolean descending) {}

    /**
     * What the options of the call ask for.
     *
     * @throws GraphError 400 for everything that the tenant refuses
     */
    static UserSearch of(GraphCall call) {
        refuseUnsupported(call);
        var advanced = advanced(call);
        var text = call.query().option("filter");
        var filter = text == null ? null : FilterParser.parse(text);
        if (filter != null) {
            UserFilterRules.check(filter, call, advanced);
        }
        var order = order(call, filter, advanced);
        return new UserSearch(call, filter, order, advanced);
    }

    static void refuseOptionsOfLists(GraphCall call) {
        for (var name : java.util.List.of("filter", "top", "orderby", "search", "skip", "skiptoken")) {
            if (call.query().has(name)) {
                throw GraphError.malformed("The query parameter '$" + name + "' is not supported for this request.");
            }
        }
    }

    /** Everybody who fits, beginning after a place. */
    Stream<User> after(String place) {
        if (order == null) {
            return fitting(place);
        }
        if (filter == null && !order.descending() && Directory.sorted(order.property())) {
            return call.directory().usersBy(order.property(), place, call.asOf());
        }
        var byPlace = Comparator.comparing(this::place);
        var comparator = order.descending() ? byPlace.reversed() : byPlace;
        return fitting("").sorted(comparator).filter(user -> place.isEmpty() || isAfter(place(user), place));
    }

    /** The place of a user in this list. */
    String place(User user) {
        if (order == null) {
            return user.id();
        }
        return order.property().equals("createdDateTime")
                ? user.property("createdDateTime") + "\0" + user.id()
                : Directory.sortKey(user, order.property());
    }

    private Stream<User> fitting(String afterId) {
        var directory = call.directory();
        if (filter == null) {
            return directory.usersAfter(afterId, call.asOf());
        }
        var candidates = Candidates.of(filter, call);
        var users = candidates == null
                ? directory.usersAfter(afterId, call.asOf())
                : directory
                        .users(candidates, call.asOf())
                        .filter(user -> user.id().compareTo(afterId) > 0);
        var wanted = filter;
        return users.filter(user -> Evaluation.matches(wanted, new UserItem(user)));
    }

    private boolean isAfter(String one, String place) {
        var comparison = one.compareTo(place);
        return (order != null && order.descending()) ? comparison < 0 : comparison > 0;
    }

    private static void refuseUnsupported(GraphCall call) {
        if (call.query().has("skip")) {
            throw GraphError.badRequest("'$skip' is not supported by the service.");
        }
        if (call.query().has("search")) {
            throw call.eventual()
                    ? GraphError.notSupportedByTheService()
                    : GraphError.unsupportedQuery("Request with $search query parameter only works through MSGraph with"
                            + " a special request header: 'ConsistencyLevel: eventual'");
        }
    }

    /** Whether this is an advanced query: without the header $count is silently ignored (facts §4.3). */
    private static boolean advanced(GraphCall call) {
        var count = call.query().option("count");
        if (count != null && !count.equals("true") && !count.equals("false")) {
            throw GraphError.malformed("Invalid value '" + count + "' for $count query option found.");
        }
        if (!"true".equals(count) || !call.eventual()) {
            return false;
        }
        if (!call.tenant().switches().advancedQueries()) {
            throw GraphError.notSupportedByTheService();
        }
        return true;
    }

    private static @Nullable Order order(GraphCall call, @Nullable Filter filter, boolean advanced) {
        var text = call.query().option("orderby");
        if (text == null) {
            return null;
        }
        var parts = text.strip().split("\\s+");
        var descending = parts.length == 2 && parts[1].equals("desc");
        if (parts.length > 2 || (parts.length == 2 && !descending && !parts[1].equals("asc"))) {
            throw GraphError.malformed("Syntax error in the $orderby expression '" + text + "'.");
        }
        var plainly = parts[0].equals("displayName") || parts[0].equals("userPrincipalName");
        if (!plainly && !(advanced && parts[0].equals("createdDateTime"))) {
            throw GraphError.unsupportedQuery("Sorting by property '" + parts[0] + "' is not supported.");
        }
        if (filter != null && !advanced) {
            throw GraphError.unsupportedQuery("Sorting not supported for current query.");
        }
        return new Order(parts[0], descending);
    }
}
