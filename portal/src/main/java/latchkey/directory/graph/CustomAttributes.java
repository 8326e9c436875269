package latchkey.directory.graph;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import latchkey.directory.AttributeDefinition;
import latchkey.directory.AttributeDefinition.Type;
import latchkey.directory.AttributeKey;
import latchkey.directory.DirectoryFailure.NotAllowed;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/** Finds the directory's custom attributes: the extension properties of its b2c-extensions-app (facts §6). */
final class CustomAttributes {

    private static final Logger LOG = LoggerFactory.getLogger(CustomAttributes.class);

    // Microsoft's own bookkeeping, listed among the others (facts §6).
    private static final String INTERNAL = "cpiminternal_";

    private static final int LONGEST_TEXT = 250;
    private static final int MOST_BYTES = 256;

    private final GraphClient graph;

    CustomAttributes(GraphClient graph) {
        this.graph = graph;
    }

    /** All of them; none when the app registration may not look (Application.Read.All). */
    List<AttributeDefinition> discover() {
        try {
            return holder().map(this::of).orElse(List.of());
        } catch (NotAllowed e) {
            LOG.warn("Custom attributes are not shown: the app registration needs Application.Read.All to find them");
            return List.of();
        }
    }

    private Optional<String> holder() {
        var target = Query.select(List.of("id", "displayName"))
                .filter("startsWith(displayName," + Query.literal("b2c-extensions-app") + ")")
                .on("applications");
        return graph
                .readAll(
                        GraphCall.get("find-extensions-app", target),
                        Trees.page(node -> node.path("id").asString()))
                .stream()
                .findFirst();
    }

    private List<AttributeDefinition> of(String holder) {
        var target = Query.select(List.of("name", "dataType", "isMultiValued", "targetObjects"))
                .on("applications/" + holder + "/extensionProperties");
        return graph.readAll(GraphCall.get("list-custom-attributes", target), Trees.page(Function.identity())).stream()
                .filter(CustomAttributes::isForCustomers)
                .map(CustomAttributes::definition)
                .filter(definition -> !definition.key().shortName().startsWith(INTERNAL))
                .toList();
    }

    private static boolean isForCustomers(JsonNode property) {
        var targets = property.path("targetObjects");
        return targets.isMissingNode() || targets.valueStream().anyMatch(target -> "User".equals(target.asString("")));
    }

    private static AttributeDefinition definition(JsonNode property) {
        var key = new AttributeKey(property.path("name").asString());
        var type = property.path("isMultiValued").asBoolean(false)
                ? Type.TEXTS
                : type(property.path("dataType").asString(""));
        return new AttributeDefinition(key, key.shortName(), type, type != Type.BYTES, length(type));
    }

    private static Type type(String dataType) {
        return switch (dataType) {
            case "Boolean" -> Type.FLAG;
            case "Integer" -> Type.WHOLE;
            case "LargeInteger" -> Type.LARGE_WHOLE;
            case "DateTime" -> Type.MOMENT;
            case "Binary" -> Type.BYTES;
            default -> Type.TEXT;
        };
    }

    private static int length(Type type) {
        return switch (type) {
            case TEXT, TEXTS -> LONGEST_TEXT;
            case BYTES -> MOST_BYTES;
            case FLAG, WHOLE, LARGE_WHOLE, MOMENT -> 0;
        };
    }
}
