package sandbox.graph.tenant;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import sandbox.graph.GraphCall;
import sandbox.graph.GraphError;
import sandbox.graph.GraphReply;
import sandbox.graph.GraphResource;
import sandbox.graph.Routes;
import sandbox.graph.filter.Evaluation;
import sandbox.graph.filter.PlainFilter;
import sandbox.tenants.Application;
import sandbox.tenants.CustomAttribute;
import sandbox.tenants.ExtensionsApp;
import sandbox.tenants.Tenants;

/** Registered applications, when their secrets end, and the custom attributes that one of them holds (facts §2, §6). */
@Component
class Applications implements GraphResource {

    private static final PlainFilter FILTER = new PlainFilter(Set.of("id", "appId", "displayName"), "Application");

    private final Tenants tenants;

    Applications(Tenants tenants) {
        this.tenants = tenants;
    }

    @Override
    public void addTo(Routes routes) {
        routes.add("GET", "applications", 2, this::list)
                .add("GET", "applications/{}", 1, call -> get(call, "id"))
                .add("GET", "applications(appId)/{}", 1, call -> get(call, "appId"))
                .add("GET", "applications/{}/extensionProperties", 2, call -> attributes(call, "id"))
                .add("GET", "applications(appId)/{}/extensionProperties", 2, call -> attributes(call, "appId"))
                .ask("directoryObjects/getAvailableExtensionProperties", 1, Applications::available)
                .ask("directoryObjects/microsoft.graph.getAvailableExtensionProperties", 1, Applications::available);
    }

    private GraphReply list(GraphCall call) {
        demandRead(call);
        var text = call.query().option("filter");
        var filter = text == null ? null : FILTER.read(text);
        return GraphReply.ok(Shape.list(
                call,
                "applications",
                all(call).stream()
                        .filter(json -> filter == null || Evaluation.matches(filter, path -> json.get(path.text())))
                        .map(json -> Shape.selected(json, call, "application"))
                        .toList()));
    }

    private GraphReply get(GraphCall call, String key) {
        demandRead(call);
        return GraphReply.ok(Shape.entity(call, "applications", found(call, key)));
    }

    private GraphReply attributes(GraphCall call, String key) {
        demandRead(call);
        var application = found(call, key);
        var prefix = CustomAttribute.prefix(String.valueOf(application.get("appId")));
        var attributes = call.tenant().attributes().stream()
                .filter(attribute -> attribute.name().startsWith(prefix))
                .toList();
        return GraphReply.ok(Shape.list(
                call,
                "applications('" + application.get("id") + "')/extensionProperties",
                attributes.stream().map(Applications::json).toList()));
    }

    private static GraphReply available(GraphCall call) {
        call.caller().demand("Directory.Read.All", "Directory.ReadWrite.All", "Application.Read.All");
        var wanted = call.objectOrEmpty().path("isSyncedFromOnPremises");
        var attributes = wanted.isBoolean() && wanted.booleanValue()
                ? List.<CustomAttribute>of()
                : call.tenant().attributes();
        return GraphReply.ok(Shape.list(
                call,
                "extensionProperties",
                attributes.stream().map(Applications::json).toList()));
    }

    private Map<String, Object> found(GraphCall call, String key) {
        return all(call).stream()
                .filter(json -> call.key(0).toLowerCase(Locale.ROOT).equals(json.get(key)))
                .findFirst()
                .orElseThrow(() -> GraphError.notFound(call.key(0)));
    }

    private List<Map<String, Object>> all(GraphCall call) {
        var all = new ArrayList<Map<String, Object>>();
        var holder = call.tenant().extensions();
        if (holder != null) {
            all.add(json(holder.objectId(), holder.appId(), ExtensionsApp.NAME, List.of(), List.of()));
        }
        tenants.applications(call.tenant())
                .forEach(application -> all.add(json(
                        application.objectId(),
                        application.appId(),
                        application.displayName(),
                        application.secrets(),
                        application.certificates())));
        return all;
    }

    private static Map<String, Object> json(
            String id, String appId, String displayName, List<Application.Secret> secrets, List<String> certificates) {
        return Shape.of(
                "id",
                id,
                "appId",
                appId,
                "displayName",
                displayName,
                "signInAudience",
                "AzureADMyOrg",
                "deletedDateTime",
                null,
                "keyCredentials",
                certificates.stream().map(KeyCredential::json).toList(),
                "passwordCredentials",
                secrets.stream().map(Applications::json).toList());
    }

    private static Map<String, Object> json(Application.Secret secret) {
        return Shape.of(
                "customKeyIdentifier",
                null,
                "displayName",
                secret.displayName(),
                "endDateTime",
                secret.endsAt().toString(),
                "hint",
                secret.value().substring(0, 3),
                "keyId",
                secret.keyId(),
                "secretText",
                null,
                "startDateTime",
                secret.startsAt().toString());
    }

    static Map<String, Object> json(CustomAttribute attribute) {
        return Shape.of(
                "id",
                attribute.id(),
                "deletedDateTime",
                null,
                "appDisplayName",
                ExtensionsApp.NAME,
                "name",
                attribute.name(),
                "dataType",
                attribute.dataType().graphName(),
                "isMultiValued",
                false,
                "isSyncedFromOnPremises",
                false,
                "targetObjects",
                List.of("User"));
    }

    static void demandRead(GraphCall call) {
        call.caller()
                .demand(
                        "Application.Read.All",
                        "Application.ReadWrite.All",
                        "Directory.Read.All",
                        "Directory.ReadWrite.All");
    }
}
