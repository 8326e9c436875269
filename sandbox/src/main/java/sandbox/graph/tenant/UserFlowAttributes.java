package sandbox.graph.tenant;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import sandbox.graph.GraphCall;
import sandbox.graph.GraphError;
import sandbox.graph.GraphReply;
import sandbox.graph.GraphResource;
import sandbox.graph.Routes;
import sandbox.tenants.CustomAttribute;
import sandbox.tenants.CustomAttribute.DataType;

/** What user flows may ask customers for: the built-in attributes and the custom ones (facts §6). */
@Component
class UserFlowAttributes implements GraphResource {

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

    @Override
    public void addTo(Routes routes) {
        routes.add("GET", "identity/userFlowAttributes", 1, UserFlowAttributes::list)
                .add("GET", "identity/userFlowAttributes/{}", 1, UserFlowAttributes::get);
    }

    private static GraphReply list(GraphCall call) {
        return GraphReply.ok(
                Shape.list(call, "identity/userFlowAttributes", all(call).toList()));
    }

    private static GraphReply get(GraphCall call) {
        var found = all(call)
                .filter(attribute -> call.key(0).equals(attribute.get("id")))
                .findFirst()
                .orElseThrow(() -> GraphError.notFound(call.key(0)));
        return GraphReply.ok(Shape.entity(call, "identity/userFlowAttributes", found));
    }

    private static Stream<Map<String, Object>> all(GraphCall call) {
        call.caller().demand("IdentityUserFlow.Read.All", "IdentityUserFlow.ReadWrite.All");
        return Stream.concat(
                BUILT_IN.stream()
                        .map(name -> attribute("identityBuiltInUserFlowAttribute", name, name, "builtIn", "string")),
                call.tenant().attributes().stream()
                        .filter(attribute -> attribute.dataType() != DataType.BINARY)
                        .map(UserFlowAttributes::custom));
    }

    private static Map<String, Object> custom(CustomAttribute attribute) {
        var shortName = attribute.name().substring(attribute.name().lastIndexOf('_') + 1);
        return attribute("identityCustomUserFlowAttribute", attribute.name(), shortName, "custom", type(attribute));
    }

    private static String type(CustomAttribute attribute) {
        return switch (attribute.dataType()) {
            case BOOLEAN -> "boolean";
            case INTEGER, LARGE_INTEGER -> "int64";
            case DATE_TIME -> "dateTime";
            case STRING, BINARY -> "string";
        };
    }

    private static Map<String, Object> attribute(
            String type, String id, String displayName, String kind, String dataType) {
        return Shape.of(
                "@odata.type",
                "#microsoft.graph." + type,
                "id",
                id,
                "displayName",
                displayName,
                "description",
                "",
                "userFlowAttributeType",
                kind,
                "dataType",
                dataType);
    }
}
