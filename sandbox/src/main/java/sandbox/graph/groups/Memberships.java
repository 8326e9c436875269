package sandbox.graph.groups;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import sandbox.graph.GraphCall;
import sandbox.graph.GraphError;
import sandbox.graph.GraphReply;
import sandbox.graph.GraphResource;
import sandbox.graph.Routes;
import sandbox.graph.tenant.Shape;
import sandbox.graph.users.Ids;
import sandbox.graph.users.Users;
import sandbox.oidc.Employees;
import sandbox.people.Group;
import sandbox.people.Groups;
import sandbox.people.User;

/** What a user belongs to: groups, and the administrators' roles that the user holds. */
@Component
class Memberships implements GraphResource {

    private static final int MOST_CHECKED = 20;
    private static final String[] READ_ROLES = {
        "Directory.Read.All", "Directory.ReadWrite.All", "RoleManagement.Read.Directory", "RoleManagement.Read.All"
    };

    private final Groups groups;
    private final Employees employees;
    private final Listing listing;

    Memberships(Groups groups, Employees employees, Listing listing) {
        this.groups = groups;
        this.employees = employees;
        this.listing = listing;
    }

    @Override
    public void addTo(Routes routes) {
        for (var whole : new boolean[] {false, true}) {
            var base = "users/{}/" + (whole ? "transitiveMemberOf" : "memberOf");
            routes.add("GET", base, 2, call -> everything(call, whole))
                    .add("GET", base + "/microsoft.graph.directoryRole", 2, this::roles)
                    .add("GET", base + "/microsoft.graph.group", 2, call -> groups(call, whole));
        }
        for (var prefix : new String[] {"", "microsoft.graph."}) {
            routes.ask("users/{}/" + prefix + "getMemberGroups", 2, call -> all(call, false))
                    .ask("users/{}/" + prefix + "getMemberObjects", 2, call -> all(call, true))
                    .ask("users/{}/" + prefix + "checkMemberGroups", 4, call -> those(call, "groupIds", false))
                    .ask("users/{}/" + prefix + "checkMemberObjects", 4, call -> those(call, "ids", true));
        }
    }

    private GraphReply everything(GraphCall call, boolean whole) {
        demandAny(call, whole);
        var user = Users.read(call);
        var readsGroups = has(call, GroupCalls.READ);
        var readsRoles = has(call, READ_ROLES);
        var objects = Stream.concat(
                groups(call, user, whole).stream()
                        .map(group -> readsGroups
                                ? ObjectJson.typed(ObjectJson.GROUP, ObjectJson.of(group))
                                : ObjectJson.limited(ObjectJson.GROUP, group.id())),
                roles(user)
                        .map(role -> readsRoles
                                ? ObjectJson.typed(ObjectJson.ROLE, ObjectJson.of(role))
                                : ObjectJson.limited(ObjectJson.ROLE, role.id())));
        return listing.page(
                call,
                "directoryObjects",
                objects.map(object -> ObjectJson.selected(object, call.query().select()))
                        .toList());
    }

    private GraphReply roles(GraphCall call) {
        call.caller().demand(READ_ROLES);
        return listing.page(
                call,
                "directoryRoles",
                roles(Users.read(call))
                        .map(role -> Shape.selected(ObjectJson.of(role), call, "directoryRole"))
                        .toList());
    }

    private GraphReply groups(GraphCall call, boolean whole) {
        call.caller().demand(GroupCalls.READ);
        return listing.page(
                call,
                "groups",
                groups(call, Users.read(call), whole).stream()
                        .map(group -> Shape.selected(ObjectJson.of(group), call, "group"))
                        .toList());
    }

    private GraphReply all(GraphCall call, boolean roles) {
        var secured = call.object().path("securityEnabledOnly");
        if (!secured.isBoolean()) {
            throw GraphError.badRequest("A value is required for property 'securityEnabledOnly' of the resource.");
        }
        return ids(call, held(call, roles, secured.booleanValue()));
    }

    private GraphReply those(GraphCall call, String parameter, boolean roles) {
        var asked = Ids.of(call, parameter, MOST_CHECKED);
        return ids(
                call, held(call, roles, false).stream().filter(asked::contains).toList());
    }

    private List<String> held(GraphCall call, boolean roles, boolean securedOnly) {
        call.caller().demand("User.Read.All", "GroupMember.Read.All", "Directory.Read.All", "Directory.ReadWrite.All");
        var user = Users.read(call);
        var ids = new ArrayList<String>();
        groups(call, user, true).stream()
                .filter(group -> group.securityEnabled() || !securedOnly)
                .forEach(group -> ids.add(group.id()));
        employees.withId(user.id()).ifPresent(employee -> ids.addAll(employee.groups()));
        if (roles) {
            roles(user).forEach(role -> ids.add(role.id()));
        }
        return ids;
    }

    private List<Group> groups(GraphCall call, User user, boolean whole) {
        var tenant = call.tenant().id();
        return whole ? groups.above(tenant, user.id()) : groups.around(tenant, user.id());
    }

    private static Stream<DirectoryRole> roles(User user) {
        return user.directoryRoles().stream().sorted().flatMap(role -> DirectoryRole.ofTemplate(role).stream());
    }

    private static GraphReply ids(GraphCall call, List<String> value) {
        var body = new LinkedHashMap<String, Object>(Map.of("@odata.context", call.context("Collection(Edm.String)")));
        body.put("value", value);
        return GraphReply.ok(body);
    }

    // Facts §4.1: what a user belongs to through others may be asked for with the right to read users alone.
    private static void demandAny(GraphCall call, boolean whole) {
        if (!has(call, GroupCalls.READ) && !has(call, READ_ROLES) && !(whole && has(call, "User.Read.All"))) {
            throw GraphError.denied();
        }
    }

    private static boolean has(GraphCall call, String... anyOf) {
        Set<String> held = call.caller().token().permissions();
        return Arrays.stream(anyOf).anyMatch(held::contains);
    }
}
