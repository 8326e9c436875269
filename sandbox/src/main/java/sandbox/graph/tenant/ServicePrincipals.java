package sandbox.graph.tenant;

import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;
import sandbox.graph.GraphCall;
import sandbox.graph.GraphError;
import sandbox.graph.GraphReply;
import sandbox.graph.GraphResource;
import sandbox.graph.Routes;
import sandbox.tenants.Application;
import sandbox.tenants.Tenants;

/** The directory roles that applications hold (facts §8). */
@Component
class ServicePrincipals implements GraphResource {

    private final Tenants tenants;

    ServicePrincipals(Tenants tenants) {
        this.tenants = tenants;
    }

    @Override
    public void addTo(Routes routes) {
        routes.add("GET", "servicePrincipals/{}/memberOf/microsoft.graph.directoryRole", 2, this::roles);
    }

    private GraphReply roles(GraphCall call) {
        call.caller().demand("Application.Read.All", "Directory.Read.All", "Directory.ReadWrite.All");
        return GraphReply.ok(Shape.list(
                call,
                "directoryRoles",
                principal(call).directoryRoles().stream()
                        .sorted()
                        .map(role -> Shape.selected(json(role), call, "directoryRole"))
                        .toList()));
    }

    private Application principal(GraphCall call) {
        var id = call.key(0).toLowerCase(Locale.ROOT);
        return tenants.applications(call.tenant()).stream()
                .filter(application -> application.servicePrincipalId().equals(id))
                .findFirst()
                .orElseThrow(() -> GraphError.notFound(call.key(0)));
    }

    private static Map<String, Object> json(String templateId) {
        // One activated role per template, so that its id can be made from the template's.
        return Shape.of("id", "d1" + templateId.substring(2), "displayName", null, "roleTemplateId", templateId);
    }
}
