package sandbox.graph.users;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import sandbox.graph.GraphCall;
import sandbox.graph.GraphError;
import sandbox.graph.GraphReply;
import sandbox.graph.GraphResource;
import sandbox.graph.Routes;
import sandbox.people.User;

/** Many users by their ids in one call; ids of nobody are just missing from the answer (facts §4.1). */
@Component
class ByIds implements GraphResource {

    private static final int MOST = 1_000;

    @Override
    public void addTo(Routes routes) {
        routes.ask("directoryObjects/getByIds", 3, ByIds::get)
                .ask("directoryObjects/microsoft.graph.getByIds", 3, ByIds::get);
    }

    private static GraphReply get(GraphCall call) {
        call.caller().demand("Directory.Read.All", "Directory.ReadWrite.All");
        var ids = Ids.of(call, "ids", MOST);
        var names = Selection.of(call, true);
        var body = new LinkedHashMap<String, Object>();
        body.put("@odata.context", call.context("directoryObjects"));
        body.put(
                "value",
                usersWanted(call)
                        ? call.directory()
                                .users(ids, call.asOf())
                                .map(user -> item(user, names, call))
                                .toList()
                        : List.of());
        return GraphReply.ok(body);
    }

    private static boolean usersWanted(GraphCall call) {
        var types = call.object().path("types");
        if (types.isMissingNode() || types.isNull()) {
            return true;
        }
        if (!types.isArray()) {
            throw GraphError.badRequest("Invalid value specified for property 'types'.");
        }
        return types.isEmpty()
                || types.valueStream()
                        .anyMatch(type -> type.asString("").equalsIgnoreCase("user")
                                || type.asString("").equalsIgnoreCase("directoryObject"));
    }

    private static Map<String, Object> item(User user, List<String> names, GraphCall call) {
        var json = new LinkedHashMap<String, Object>();
        json.put("@odata.type", "#microsoft.graph.user");
        json.putAll(UserJson.item(user, names, call));
        return json;
    }
}
