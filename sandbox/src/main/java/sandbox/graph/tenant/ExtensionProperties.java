package sandbox.graph.tenant;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import sandbox.graph.GraphCall;
import sandbox.graph.GraphError;
import sandbox.graph.GraphReply;
import sandbox.graph.GraphResource;
import sandbox.graph.Routes;
import sandbox.tenants.Application;
import sandbox.tenants.Attributes;
import sandbox.tenants.CustomAttribute;
import sandbox.tenants.CustomAttribute.DataType;
import sandbox.tenants.ExtensionsApp;
import sandbox.tenants.Tenants;
import tools.jackson.databind.node.ObjectNode;

/** Creates and deletes the custom attributes that an application holds (facts §6). */
@Component
class ExtensionProperties implements GraphResource {

    private static final Pattern SHORT_NAME = Pattern.compile("[A-Za-z]\\w{0,119}");
    private static final String RESOURCE = "ExtensionProperty";

    private final Tenants tenants;
    private final Attributes attributes;

    ExtensionProperties(Tenants tenants, Attributes attributes) {
        this.tenants = tenants;
        this.attributes = attributes;
    }

    @Override
    public void addTo(Routes routes) {
        for (var base : List.of("applications/{}/extensionProperties", "applications(appId)/{}/extensionProperties")) {
            routes.add("POST", base, 1, this::create)
                    .add("GET", base + "/{}", 1, this::get)
                    .add("DELETE", base + "/{}", 1, this::delete);
        }
    }

    private GraphReply create(GraphCall call) {
        demandWrite(call);
        var holder = holder(call);
        var body = call.object();
        demandForUsers(body);
        var attribute = new CustomAttribute(
                UUID.randomUUID().toString(), CustomAttribute.prefix(holder) + shortName(body), type(body));
        if (!attributes.add(call.tenant(), attribute)) {
            throw taken(attribute.name());
        }
        return GraphReply.created(
                Shape.entity(call, context(call), Applications.json(attribute)),
                call.root() + call.path() + "/" + attribute.id());
    }

    private GraphReply get(GraphCall call) {
        Applications.demandRead(call);
        return GraphReply.ok(Shape.entity(call, context(call), Applications.json(found(call))));
    }

    private GraphReply delete(GraphCall call) {
        demandWrite(call);
        attributes.remove(call.tenant(), found(call).id());
        return GraphReply.noContent();
    }

    private CustomAttribute found(GraphCall call) {
        var prefix = CustomAttribute.prefix(holder(call));
        return call.tenant().attributes().stream()
                .filter(attribute -> attribute.id().equalsIgnoreCase(call.key(1)))
                .filter(attribute -> attribute.name().startsWith(prefix))
                .findFirst()
                .orElseThrow(() -> GraphError.notFound(call.key(1)));
    }

    /** The application id of the application that the path names by either of its ids. */
    private String holder(GraphCall call) {
        var asked = call.key(0);
        var own = tenants.applications(call.tenant()).stream()
                .filter(application ->
                        asked.equalsIgnoreCase(application.appId()) || asked.equalsIgnoreCase(application.objectId()))
                .map(Application::appId)
                .findFirst();
        return own.or(() -> Optional.ofNullable(call.tenant().extensions())
                        .filter(app -> asked.equalsIgnoreCase(app.appId()) || asked.equalsIgnoreCase(app.objectId()))
                        .map(ExtensionsApp::appId))
                .orElseThrow(() -> GraphError.notFound(asked));
    }

    private static String context(GraphCall call) {
        return "applications('" + call.key(0) + "')/extensionProperties";
    }

    private static String shortName(ObjectNode body) {
        var name = body.path("name").asString("");
        if (!SHORT_NAME.matcher(name).matches()) {
            throw GraphError.invalidValue("name", RESOURCE);
        }
        return name;
    }

    private static DataType type(ObjectNode body) {
        var name = body.path("dataType").asString("");
        return Arrays.stream(DataType.values())
                .filter(type -> type.graphName().equals(name))
                .findFirst()
                .orElseThrow(() -> GraphError.invalidValue("dataType", RESOURCE));
    }

    private static void demandForUsers(ObjectNode body) {
        var targets = body.path("targetObjects");
        if (!targets.isArray()
                || targets.isEmpty()
                || targets.valueStream().noneMatch(target -> target.asString("").equals("User"))) {
            throw GraphError.invalidValue("targetObjects", RESOURCE);
        }
        if (body.path("isMultiValued").asBoolean(false)) {
            throw GraphError.invalidValue("isMultiValued", RESOURCE);
        }
    }

    private static GraphError taken(String name) {
        var message = "An extension property exists with the name " + name + ".";
        return new GraphError(
                400, "Request_BadRequest", message, List.of(new GraphError.Detail("ObjectConflict", message, "name")));
    }

    private static void demandWrite(GraphCall call) {
        call.caller().demand("Application.ReadWrite.All", "Application.ReadWrite.OwnedBy");
    }
}
