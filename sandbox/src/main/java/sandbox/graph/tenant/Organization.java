package sandbox.graph.tenant;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import sandbox.graph.GraphCall;
import sandbox.graph.GraphError;
import sandbox.graph.GraphReply;
import sandbox.graph.GraphResource;
import sandbox.graph.Routes;
import sandbox.tenants.Tenant;

/** {@code /organization}: which kind of tenant this is and what it is called (facts §0 no. 5). */
@Component
class Organization implements GraphResource {

    @Override
    public void addTo(Routes routes) {
        routes.add("GET", "organization", 1, Organization::list).add("GET", "organization/{}", 1, Organization::get);
    }

    private static GraphReply list(GraphCall call) {
        demandRead(call);
        return GraphReply.ok(
                Shape.list(call, "organization", List.of(Shape.selected(json(call.tenant()), call, "organization"))));
    }

    private static GraphReply get(GraphCall call) {
        demandRead(call);
        if (!call.key(0).equalsIgnoreCase(call.tenant().id())) {
            throw GraphError.notFound(call.key(0));
        }
        return GraphReply.ok(Shape.entity(call, "organization", json(call.tenant())));
    }

    private static void demandRead(GraphCall call) {
        call.caller()
                .demand(
                        "Organization.Read.All",
                        "Organization.ReadWrite.All",
                        "User.Read.All",
                        "User.ReadWrite.All",
                        "Directory.Read.All",
                        "Directory.ReadWrite.All");
    }

    private static Map<String, Object> json(Tenant tenant) {
        return Shape.of(
                "id",
                tenant.id(),
                "displayName",
                tenant.displayName(),
                "tenantType",
                tenant.kind().tenantType(),
                "countryLetterCode",
                "GB",
                "preferredLanguage",
                "en",
                "createdDateTime",
                "2019-01-15T09:00:00Z",
                "defaultUsageLocation",
                null,
                "technicalNotificationMails",
                List.of("it@contoso.example"),
                "verifiedDomains",
                List.of(Shape.of(
                        "capabilities",
                        "Email, OfficeCommunicationsOnline",
                        "isDefault",
                        true,
                        "isInitial",
                        true,
                        "name",
                        tenant.domain(),
                        "type",
                        "Managed")));
    }
}
