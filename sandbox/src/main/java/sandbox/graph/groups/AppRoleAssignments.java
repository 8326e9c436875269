package sandbox.graph.groups;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;
import sandbox.clock.SandboxClock;
import sandbox.graph.GraphCall;
import sandbox.graph.GraphError;
import sandbox.graph.GraphReply;
import sandbox.graph.GraphResource;
import sandbox.graph.Routes;
import sandbox.graph.audits.Audit;
import sandbox.graph.audits.Audits;
import sandbox.graph.groups.Grants.Grant;
import sandbox.graph.tenant.Shape;
import sandbox.graph.users.Users;
import sandbox.people.User;
import sandbox.tenants.Application;
import sandbox.tenants.Tenants;
import tools.jackson.databind.node.ObjectNode;

/** The roles that applications give to a user (facts §8). */
@Component
class AppRoleAssignments implements GraphResource {

    private static final String RESOURCE = "AppRoleAssignment";

    private final Grants grants;
    private final Tenants tenants;
    private final Listing listing;
    private final Audits audits;
    private final SandboxClock clock;

    AppRoleAssignments(Grants grants, Tenants tenants, Listing listing, Audits audits, SandboxClock clock) {
        this.grants = grants;
        this.tenants = tenants;
        this.listing = listing;
        this.audits = audits;
        this.clock = clock;
    }

    @Override
    public void addTo(Routes routes) {
        var base = "users/{}/appRoleAssignments";
        routes.add("GET", base, 1, this::list)
                .add("POST", base, 1, this::grant)
                .add("DELETE", base + "/{}", 1, this::revoke);
    }

    private GraphReply list(GraphCall call) {
        call.caller().demand("Directory.Read.All", "Directory.ReadWrite.All", "AppRoleAssignment.ReadWrite.All");
        var user = Users.read(call);
        return listing.page(
                call,
                context(user),
                grants.of(user.id())
                        .map(grant -> Shape.selected(json(grant, user), call, "appRoleAssignment"))
                        .toList());
    }

    private GraphReply grant(GraphCall call) {
        call.caller().demand("AppRoleAssignment.ReadWrite.All");
        var user = Users.present(call);
        var body = call.object();
        if (!id(body, "principalId").equals(user.id())) {
            throw GraphError.invalidValue("principalId", RESOURCE);
        }
        var resource = resource(id(body, "resourceId"), call);
        var role = id(body, "appRoleId");
        if (!grants.exists(resource, role)) {
            throw GraphError.badRequest("Permission being assigned was not found on application");
        }
        var grant = Grant.of(user.id(), resource, role, clock.instant());
        if (!grants.add(grant)) {
            throw GraphError.badRequest("Permission being assigned already exists on the object");
        }
        log(call, user, "Add app role assignment grant to user", "Assign", resource.displayName());
        return GraphReply.created(
                Shape.entity(call, context(user), json(grant, user)), call.root() + call.path() + "/" + grant.id());
    }

    private GraphReply revoke(GraphCall call) {
        call.caller().demand("AppRoleAssignment.ReadWrite.All");
        var user = Users.present(call);
        if (!grants.remove(user.id(), call.key(1))) {
            throw GraphError.notFound(call.key(1));
        }
        log(call, user, "Remove app role assignment from user", "Unassign", "");
        return GraphReply.noContent();
    }

    private void log(GraphCall call, User user, String activity, String operation, String resource) {
        var modified = new Audit.Modified(
                "ServicePrincipal.DisplayName", null, call.json().writeValueAsString(resource));
        audits.log(call, user, "UserManagement", activity, operation, List.of(modified));
    }

    private Application resource(String id, GraphCall call) {
        return tenants.applications(call.tenant()).stream()
                .filter(application -> application.servicePrincipalId().equals(id))
                .findFirst()
                .orElseThrow(() -> GraphError.notFound(id));
    }

    private static String id(ObjectNode body, String name) {
        var id = body.path(name).asString("").toLowerCase(Locale.ROOT);
        if (!id.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")) {
            throw GraphError.invalidValue(name, RESOURCE);
        }
        return id;
    }

    private static String context(User user) {
        return "users('" + user.id() + "')/appRoleAssignments";
    }

    private static Map<String, Object> json(Grant grant, User user) {
        return Shape.of(
                "id",
                grant.id(),
                "deletedDateTime",
                null,
                "appRoleId",
                grant.roleId(),
                "createdDateTime",
                grant.since().truncatedTo(java.time.temporal.ChronoUnit.SECONDS).toString(),
                "principalDisplayName",
                user.text("displayName"),
                "principalId",
                grant.userId(),
                "principalType",
                "User",
                "resourceDisplayName",
                grant.resourceName(),
                "resourceId",
                grant.resourceId());
    }
}
