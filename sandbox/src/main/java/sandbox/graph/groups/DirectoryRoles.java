package sandbox.graph.groups;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import sandbox.graph.GraphCall;
import sandbox.graph.GraphError;
import sandbox.graph.GraphReply;
import sandbox.graph.GraphResource;
import sandbox.graph.Routes;
import sandbox.graph.filter.Evaluation;
import sandbox.graph.filter.PlainFilter;
import sandbox.graph.tenant.Shape;
import sandbox.graph.users.Users;

/** The activated roles of the directory and who holds them; a list without pages (facts §8). */
@Component
class DirectoryRoles implements GraphResource {

    private static final PlainFilter FILTER =
            new PlainFilter(Set.of("id", "displayName", "roleTemplateId"), "DirectoryRole");

    @Override
    public void addTo(Routes routes) {
        routes.add("GET", "directoryRoles", 1, DirectoryRoles::list);
        for (var base : List.of("directoryRoles/{}", "directoryRoles(roleTemplateId)/{}")) {
            routes.add("GET", base, 1, DirectoryRoles::get)
                    .add("GET", base + "/members", 2, call -> members(call, true))
                    .add("GET", base + "/members/microsoft.graph.user", 2, call -> members(call, false));
        }
    }

    private static GraphReply list(GraphCall call) {
        demandRead(call);
        if (call.query().has("top")) {
            throw GraphError.badRequest("'$top' is not supported by the service.");
        }
        var filter = Optional.ofNullable(call.query().option("filter")).map(FILTER::read);
        return GraphReply.ok(Shape.list(
                call,
                "directoryRoles",
                Arrays.stream(DirectoryRole.values())
                        .map(ObjectJson::of)
                        .filter(json ->
                                filter.isEmpty() || Evaluation.matches(filter.get(), path -> json.get(path.text())))
                        .map(json -> Shape.selected(json, call, "directoryRole"))
                        .toList()));
    }

    private static GraphReply get(GraphCall call) {
        demandRead(call);
        return GraphReply.ok(Shape.entity(call, "directoryRoles", ObjectJson.of(found(call))));
    }

    private static GraphReply members(GraphCall call, boolean mixed) {
        demandRead(call);
        var holders = call.directory().holders("directoryRoles", found(call).templateId(), call.asOf());
        return GraphReply.ok(Shape.list(
                call,
                mixed ? "directoryObjects" : "users",
                (holders == null
                                ? call.directory().usersAfter("", call.asOf())
                                : call.directory().users(holders, call.asOf()))
                        .filter(user ->
                                user.directoryRoles().contains(found(call).templateId()))
                        .map(user -> Users.asMember(user, call))
                        .map(json -> mixed ? ObjectJson.typed("#microsoft.graph.user", json) : json)
                        .toList()));
    }

    private static DirectoryRole found(GraphCall call) {
        return Arrays.stream(DirectoryRole.values())
                .filter(role ->
                        call.key(0).equalsIgnoreCase(role.id()) || call.key(0).equalsIgnoreCase(role.templateId()))
                .findFirst()
                .orElseThrow(() -> GraphError.notFound(call.key(0)));
    }

    private static void demandRead(GraphCall call) {
        call.caller()
                .demand(
                        "RoleManagement.Read.Directory",
                        "RoleManagement.Read.All",
                        "Directory.Read.All",
                        "Directory.ReadWrite.All");
    }
}
