package sandbox.graph.tenant;

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
import sandbox.graph.tenant.FlowAttributes.Custom;
import sandbox.tenants.Attributes;
import sandbox.tenants.CustomAttribute;
import sandbox.tenants.CustomAttribute.DataType;
import sandbox.tenants.ExtensionsApp;

/** What user flows may ask customers for: the built-in attributes and the custom ones (facts §6). */
@Component
class UserFlowAttributes implements GraphResource {

    private static final String PATH = "identity/userFlowAttributes";
    private static final String RESOURCE = "IdentityUserFlowAttribute";
    private static final Set<String> TYPES = Set.of("string", "boolean", "int64", "stringCollection", "dateTime");
    private static final List<String> BUILT_IN = List.of(
            "City",
            "Country",
            "DisplayName",
            "GivenName",
            "JobTitle",
            "PostalCode",
            "State",
            "StreetAddress",
            "Surname");

    private final FlowAttributes created;
    private final Attributes attributes;

    UserFlowAttributes(FlowAttributes created, Attributes attributes) {
        this.created = created;
        this.attributes = attributes;
    }

    @Override
    public void addTo(Routes routes) {
        routes.add("GET", PATH, 1, this::list)
                .add("POST", PATH, 1, this::create)
                .add("GET", PATH + "/{}", 1, this::get)
                .add("PATCH", PATH + "/{}", 1, this::describe)
                .add("DELETE", PATH + "/{}", 1, this::delete);
    }

    private GraphReply list(GraphCall call) {
        demandRead(call);
        return GraphReply.ok(Shape.list(call, PATH, all(call).toList()));
    }

    private GraphReply get(GraphCall call) {
        demandRead(call);
        var found = all(call)
                .filter(attribute -> call.key(0).equals(attribute.get("id")))
                .findFirst()
                .orElseThrow(() -> GraphError.notFound(call.key(0)));
        return GraphReply.ok(Shape.entity(call, PATH, found));
    }

    private GraphReply create(GraphCall call) {
        demandWrite(call);
        var body = call.object();
        var name = body.path("displayName").asString("");
        var type = body.path("dataType").asString("");
        if (!name.matches("[A-Za-z][\\w ]{0,119}")) {
            throw GraphError.invalidValue("displayName", RESOURCE);
        }
        if (!TYPES.contains(type)) {
            throw GraphError.invalidValue("dataType", RESOURCE);
        }
        var id = holder(call).attribute(name.replace(" ", ""));
        if (BUILT_IN.contains(name)
                || customs(call).anyMatch(known -> known.id().equalsIgnoreCase(id))) {
            throw GraphError.badRequest("A user flow attribute with the name '" + name + "' exists already.");
        }
        var attribute = new Custom(id, name, body.path("description").asString(""), type);
        created.change(
                call.tenant(),
                all -> Stream.concat(all.stream(), Stream.of(attribute)).toList());
        return GraphReply.created(Shape.entity(call, PATH, json(attribute)), call.root() + "/" + PATH + "/" + id);
    }

    private GraphReply describe(GraphCall call) {
        demandWrite(call);
        var attribute = custom(call);
        var words = call.object().path("description");
        if (!words.isString()) {
            throw GraphError.invalidValue("description", RESOURCE);
        }
        created.change(
                call.tenant(),
                all -> Stream.concat(others(all, attribute), Stream.of(attribute.described(words.stringValue())))
                        .toList());
        return GraphReply.noContent();
    }

    private GraphReply delete(GraphCall call) {
        demandWrite(call);
        var attribute = custom(call);
        created.change(call.tenant(), all -> others(all, attribute).toList());
        call.tenant().attributes().stream()
                .filter(held -> held.name().equals(attribute.id()))
                .forEach(held -> attributes.remove(call.tenant(), held.id()));
        return GraphReply.noContent();
    }

    private static ExtensionsApp holder(GraphCall call) {
        var holder = call.tenant().extensions();
        if (holder == null) {
            throw GraphError.badRequest("A tenant without customers has no user flows.");
        }
        return holder;
    }

    private Custom custom(GraphCall call) {
        if (BUILT_IN.contains(call.key(0))) {
            throw GraphError.badRequest("Built-in user flow attributes cannot be changed.");
        }
        return customs(call)
                .filter(attribute -> attribute.id().equals(call.key(0)))
                .findFirst()
                .orElseThrow(() -> GraphError.notFound(call.key(0)));
    }

    private Stream<Map<String, Object>> all(GraphCall call) {
        return Stream.concat(
                BUILT_IN.stream()
                        .map(name -> json("identityBuiltInUserFlowAttribute", name, name, "", "builtIn", "string")),
                customs(call).map(UserFlowAttributes::json));
    }

    /** Those that were created or described, and those that values are held for without either. */
    private Stream<Custom> customs(GraphCall call) {
        var own = created.of(call.tenant());
        return Stream.concat(
                own.stream(),
                call.tenant().attributes().stream()
                        .filter(held -> held.dataType() != DataType.BINARY)
                        .filter(held ->
                                own.stream().noneMatch(known -> known.id().equals(held.name())))
                        .map(held -> new Custom(held.name(), held.shortName(), "", type(held))));
    }

    private static Stream<Custom> others(List<Custom> all, Custom one) {
        return all.stream().filter(other -> !other.id().equals(one.id()));
    }

    private static String type(CustomAttribute attribute) {
        return switch (attribute.dataType()) {
            case BOOLEAN -> "boolean";
            case INTEGER, LARGE_INTEGER -> "int64";
            case DATE_TIME -> "dateTime";
            case STRING, BINARY -> "string";
        };
    }

    private static Map<String, Object> json(Custom attribute) {
        return json(
                "identityCustomUserFlowAttribute",
                attribute.id(),
                attribute.displayName(),
                attribute.description(),
                "custom",
                attribute.dataType());
    }

    private static Map<String, Object> json(
            String type, String id, String displayName, String description, String kind, String dataType) {
        return Shape.of(
                "@odata.type",
                "#microsoft.graph." + type,
                "id",
                id,
                "displayName",
                displayName,
                "description",
                description,
                "userFlowAttributeType",
                kind,
                "dataType",
                dataType);
    }

    private static void demandRead(GraphCall call) {
        call.caller().demand("IdentityUserFlow.Read.All", "IdentityUserFlow.ReadWrite.All");
    }

    private static void demandWrite(GraphCall call) {
        call.caller().demand("IdentityUserFlow.ReadWrite.All");
    }
}
