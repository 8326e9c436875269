package sandbox.graph.users;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import sandbox.graph.GraphCall;
import sandbox.graph.GraphReply;
import sandbox.graph.GraphResource;
import sandbox.graph.Routes;

/** The administrator roles that users hold (facts §8); customers hold none, and there are no groups. */
@Component
class Memberships implements GraphResource {

    private static final Map<String, String> NAMES = Map.of(
            "62e90394-69f5-4237-9190-012177145e10", "Global Administrator",
            "fe930be7-5e62-47db-91af-98c3a49a38b1", "User Administrator",
            "7be44c8a-adaf-4e2a-84d6-ab2649e08a13", "Privileged Authentication Administrator");

    @Override
    public void addTo(Routes routes) {
        routes.add("GET", "users/{}/memberOf", 2, call -> roles(call, true))
                .add("GET", "users/{}/memberOf/microsoft.graph.directoryRole", 2, call -> roles(call, false))
                .add("GET", "users/{}/memberOf/microsoft.graph.group", 2, Memberships::groups)
                .add("GET", "users/{}/transitiveMemberOf", 2, call -> roles(call, true))
                .add("GET", "users/{}/transitiveMemberOf/microsoft.graph.directoryRole", 2, call -> roles(call, false))
                .add("GET", "users/{}/transitiveMemberOf/microsoft.graph.group", 2, Memberships::groups);
    }

    private static GraphReply roles(GraphCall call, boolean mixed) {
        call.caller().demand("Directory.Read.All", "Directory.ReadWrite.All");
        var user = Users.read(call);
        return list(
                call,
                mixed ? "directoryObjects" : "directoryRoles",
                user.directoryRoles().stream()
                        .sorted()
                        .map(role -> role(role, mixed))
                        .toList());
    }

    private static GraphReply groups(GraphCall call) {
        call.caller().demand("Directory.Read.All", "Directory.ReadWrite.All", "GroupMember.Read.All");
        Users.read(call);
        return list(call, "groups", List.of());
    }

    private static GraphReply list(GraphCall call, String type, List<?> value) {
        var body = new LinkedHashMap<String, Object>();
        body.put("@odata.context", call.context(type));
        body.put("value", value);
        return GraphReply.ok(body);
    }

    private static Map<String, Object> role(String templateId, boolean mixed) {
        var role = new LinkedHashMap<String, Object>();
        if (mixed) {
            role.put("@odata.type", "#microsoft.graph.directoryRole");
        }
        // One activated role per template, so that its id can be made from the template's.
        role.put("id", "d1" + templateId.substring(2));
        role.put("displayName", NAMES.getOrDefault(templateId, "Administrator"));
        role.put("description", "");
        role.put("roleTemplateId", templateId);
        return role;
    }
}
