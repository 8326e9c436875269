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

/** The administrator roles that users hold (facts §8); customers hold none, and there are no groups. */
@Component
class Memberships implements GraphResource {

    private static final int MOST_CHECKED = 20;

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
        for (var prefix : new String[] {"", "microsoft.graph."}) {
            routes.ask("users/{}/" + prefix + "getMemberGroups", 2, call -> all(call, false))
                    .ask("users/{}/" + prefix + "getMemberObjects", 2, call -> all(call, true))
                    .ask("users/{}/" + prefix + "checkMemberGroups", 4, call -> those(call, "groupIds", false))
                    .ask("users/{}/" + prefix + "checkMemberObjects", 4, call -> those(call, "ids", true));
        }
    }

    private static GraphReply all(GraphCall call, boolean roles) {
        if (!call.object().path("securityEnabledOnly").isBoolean()) {
            throw GraphError.badRequest("A value is required for property 'securityEnabledOnly' of the resource.");
        }
        return ids(call, held(call, roles));
    }

    private static GraphReply those(GraphCall call, String parameter, boolean roles) {
        var asked = Ids.of(call, parameter, MOST_CHECKED);
        return ids(call, held(call, roles).stream().filter(asked::contains).toList());
    }

    private static List<String> held(GraphCall call, boolean roles) {
        call.caller().demand("User.Read.All", "GroupMember.Read.All", "Directory.Read.All", "Directory.ReadWrite.All");
        var user = Users.read(call);
        return roles
                ? user.directoryRoles().stream().sorted().map(Memberships::idOf).toList()
                : List.of();
    }

    private static GraphReply ids(GraphCall call, List<String> value) {
        return list(call, "Collection(Edm.String)", value);
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
        role.put("id", idOf(templateId));
        role.put("displayName", NAMES.getOrDefault(templateId, "Administrator"));
        role.put("description", "");
        role.put("roleTemplateId", templateId);
        return role;
    }

    /** One activated role per template, so that its id can be made from the template's. */
    private static String idOf(String templateId) {
        return "d1" + templateId.substring(2);
    }
}
