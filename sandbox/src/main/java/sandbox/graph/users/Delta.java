package sandbox.graph.users;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import sandbox.graph.GraphCall;
import sandbox.graph.GraphError;
import sandbox.graph.GraphReply;
import sandbox.graph.GraphResource;
import sandbox.graph.Pages;
import sandbox.graph.Routes;
import sandbox.people.Changes.Changed;
import sandbox.people.User;

/**
 * All users first, then only who changed since (facts §10). A place is {@code all/FROM/ID}: everybody after the id, with
 * later changes counted from the number; or {@code changed/NUMBER}: who changed after the number.
 */
@Component
class Delta implements GraphResource {

    private static final int PAGE = 200;
    private static final Pattern ALL = Pattern.compile("all/(\\d+)/(.*)");
    private static final Pattern CHANGED = Pattern.compile("changed/(\\d+)");

    private final Pages pages;

    Delta(Pages pages) {
        this.pages = pages;
    }

    @Override
    public void addTo(Routes routes) {
        routes.add("GET", "users/delta", 1, this::delta)
                .add("GET", "users/delta()", 1, this::delta)
                .add("GET", "users/microsoft.graph.delta()", 1, this::delta);
    }

    private GraphReply delta(GraphCall call) {
        call.caller().demand(Users.READ);
        if (!call.tenant().kind().changeEnumeration()) {
            throw GraphError.unsupportedQuery("Change enumeration is not supported for requested tenant.");
        }
        for (var option : List.of("top", "orderby", "search", "filter", "count")) {
            if (call.query().has(option)) {
                throw GraphError.unsupportedQuery(
                        "The query parameter '$" + option + "' is not supported for this request.");
            }
        }
        var names = Selection.of(call, true);
        if ("latest".equals(call.query().option("deltatoken"))) {
            return page(call, List.of(), caughtUp(call));
        }
        var place = pages.start(call);
        place = place.isEmpty() ? pages.changesFrom(call) : place;
        var changed = CHANGED.matcher(place);
        return changed.matches()
                ? changes(call, names, Long.parseLong(changed.group(1)))
                : everybody(call, names, place);
    }

    private GraphReply everybody(GraphCall call, List<String> names, String place) {
        var start = ALL.matcher(place);
        var later = start.matches();
        var from = later
                ? Long.parseLong(start.group(1))
                : call.directory().changes().latest();
        var found = call.directory()
                .usersAfter(later ? start.group(2) : "", null)
                .limit(PAGE + 1L)
                .toList();
        var users = found.subList(0, Math.min(PAGE, found.size()));
        var link = found.size() > PAGE
                ? next(pages.nextLink(
                        call, "all/" + from + "/" + users.getLast().id()))
                : delta(pages.deltaLink(call, "changed/" + from));
        return page(call, users.stream().map(user -> present(user, names, call)).toList(), link);
    }

    private GraphReply changes(GraphCall call, List<String> names, long from) {
        var changes = call.directory().changes();
        if (!changes.reachesBackTo(from)) {
            throw new GraphError(410, "resyncRequired", "Resync required. Replace any local items.", List.of());
        }
        var found = changes.after(from, PAGE + 1);
        var page = found.subList(0, Math.min(PAGE, found.size()));
        var reached = page.isEmpty() ? from : page.getLast().number();
        var link = found.size() > PAGE
                ? next(pages.nextLink(call, "changed/" + reached))
                : delta(pages.deltaLink(call, "changed/" + reached));
        return page(
                call, page.stream().map(changed -> item(changed, names, call)).toList(), link);
    }

    private static Object item(Changed changed, List<String> names, GraphCall call) {
        var directory = call.directory();
        return directory
                .user(changed.id())
                .<Object>map(user -> present(user, names, call))
                .orElseGet(() -> Map.of(
                        "id",
                        changed.id(),
                        "@removed",
                        Map.of("reason", directory.deletedUser(changed.id()).isPresent() ? "changed" : "deleted")));
    }

    /** The id always comes along, because without it nobody knows who changed. */
    private static Map<String, Object> present(User user, List<String> names, GraphCall call) {
        var item = new LinkedHashMap<String, Object>(UserJson.item(user, names, call));
        item.put("id", user.id());
        return item;
    }

    private Map.Entry<String, String> caughtUp(GraphCall call) {
        return delta(
                pages.deltaLink(call, "changed/" + call.directory().changes().latest()));
    }

    private static Map.Entry<String, String> next(String address) {
        return Map.entry("@odata.nextLink", address);
    }

    private static Map.Entry<String, String> delta(String address) {
        return Map.entry("@odata.deltaLink", address);
    }

    private static GraphReply page(GraphCall call, List<?> items, Map.Entry<String, String> link) {
        var body = new LinkedHashMap<String, Object>();
        body.put("@odata.context", call.context("users" + UserJson.selected(call)));
        body.put(link.getKey(), link.getValue());
        body.put("value", new ArrayList<>(items));
        return GraphReply.ok(body);
    }
}
