package sandbox.graph.users;

import java.util.LinkedHashMap;
import java.util.List;
import org.springframework.stereotype.Component;
import sandbox.graph.GraphCall;
import sandbox.graph.GraphError;
import sandbox.graph.GraphReply;
import sandbox.graph.GraphResource;
import sandbox.graph.Pages;
import sandbox.graph.Routes;
import sandbox.people.User;

/** Reads users: one, a page of many, their number (facts §4.1). */
@Component
class Finding implements GraphResource {

    private static final int USUAL_PAGE = 100;
    private static final int LARGEST_PAGE = 999;

    private final Pages pages;

    Finding(Pages pages) {
        this.pages = pages;
    }

    @Override
    public void addTo(Routes routes) {
        routes.add("GET", "users", 2, this::list)
                .add("GET", "users/$count", 2, Finding::count)
                .add("GET", "users/{}", 1, Finding::get)
                .add("GET", "users(userPrincipalName)/{}", 1, Finding::get);
    }

    private static GraphReply get(GraphCall call) {
        demandRead(call);
        UserSearch.refuseOptionsOfLists(call);
        var names = Selection.of(call, false);
        return GraphReply.ok(UserJson.entity(Users.read(call), names, call));
    }

    private GraphReply list(GraphCall call) {
        demandRead(call);
        var names = Selection.of(call, true);
        var size = call.query().top(USUAL_PAGE, LARGEST_PAGE);
        var search = UserSearch.of(call);
        var start = pages.start(call);
        // One more than the page tells whether there is another.
        var found = search.after(start).limit(size + 1L).toList();
        var page = found.subList(0, Math.min(size, found.size()));
        var body = new LinkedHashMap<String, Object>();
        body.put("@odata.context", call.context("users" + UserJson.selected(call)));
        if (search.counted() && start.isEmpty()) {
            body.put("@odata.count", search.after("").count());
        }
        if (found.size() > size) {
            body.put("@odata.nextLink", pages.nextLink(call, search.place(page.getLast())));
        }
        body.put("value", items(page, names, call));
        return GraphReply.ok(body);
    }

    private static List<?> items(List<User> page, List<String> names, GraphCall call) {
        return page.stream().map(user -> UserJson.item(user, names, call)).toList();
    }

    private static GraphReply count(GraphCall call) {
        demandRead(call);
        if (!call.eventual() || !call.tenant().switches().advancedQueries()) {
            throw GraphError.badRequest("$count is not currently supported.");
        }
        return GraphReply.ok(String.valueOf(UserSearch.of(call).after("").count()));
    }

    private static void demandRead(GraphCall call) {
        call.caller().demand(Users.READ);
    }
}
