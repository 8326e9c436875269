package sandbox.graph.tenant;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import sandbox.graph.GraphCall;
import sandbox.graph.GraphError;
import sandbox.graph.GraphReply;
import sandbox.graph.GraphResource;
import sandbox.graph.Routes;
import sandbox.oidc.AppRoles;
import sandbox.tenants.Application;
import sandbox.tenants.Tenants;

/** Applications as principals: the app roles that the portal's sign-in declares, the directory roles they hold (facts §8, §13). */
@Component
class ServicePrincipals implements GraphResource {

    private final Tenants tenants;
    private final AppRoles appRoles;

    ServicePrincipals(Tenants tenants, AppRoles appRoles) {
        this.tenants = tenants;
        this.appRoles = appRoles;
    }

    @Override
    public void addTo(Routes routes) {
        routes.add("GET", "servicePrincipals/{}", 1, call -> one(call, Application::servicePrincipalId))
                .add("GET", "servicePrincipals(appId)/{}", 1, call -> one(call, Application::appId))
                .add("GET", "servicePrincipals/{}/memberOf/microsoft.graph.directoryRole", 2, this::roles);
    }

    private GraphReply one(GraphCall call, Function<Application, String> key) {
        call.caller().demand("Application.Read.All", "Directory.Read.All", "Directory.ReadWrite.All");
        return GraphReply.ok(Shape.entity(call, "servicePrincipals", json(principal(call, key))));
    }

    private Map<String, Object> json(Application application) {
        return Shape.of(
                "id",
                application.servicePrincipalId(),
                "appId",
                application.appId(),
                "displayName",
                application.displayName(),
                "servicePrincipalType",
                "Application",
                "appRoles",
                application.appId().equals(AppRoles.APPLICATION)
                        ? appRoles.ids().entrySet().stream()
                                .map(role -> appRole(role.getKey(), role.getValue()))
                                .toList()
                        : List.of());
    }

    private static Map<String, Object> appRole(String value, String id) {
        return Shape.of(
                "allowedMemberTypes",
                List.of("User"),
                "description",
                value,
                "displayName",
                value,
                "id",
                id,
                "isEnabled",
                true,
                "origin",
                "Application",
                "value",
                value);
    }

    private GraphReply roles(GraphCall call) {
        call.caller().demand("Application.Read.All", "Directory.Read.All", "Directory.ReadWrite.All");
        return GraphReply.ok(Shape.list(
                call,
                "directoryRoles",
                principal(call, Application::servicePrincipalId).directoryRoles().stream()
                        .sorted()
                        .map(role -> Shape.selected(json(role), call, "directoryRole"))
                        .toList()));
    }

    private Application principal(GraphCall call, Function<Application, String> wanted) {
        var id = call.key(0).toLowerCase(Locale.ROOT);
        return tenants.applications(call.tenant()).stream()
                .filter(application -> wanted.apply(application).equals(id))
                .findFirst()
                .orElseThrow(() -> GraphError.notFound(call.key(0)));
    }

    private static Map<String, Object> json(String templateId) {
        // One activated role per template, so that its id can be made from the template's.
        return Shape.of("id", "d1" + templateId.substring(2), "displayName", null, "roleTemplateId", templateId);
    }
}
