package latchkey.directory.graph;

import java.util.List;
import java.util.Locale;
import latchkey.directory.CustomerId;
import latchkey.directory.DirectoryId;
import latchkey.directory.Method;
import latchkey.directory.Methods;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads authentication methods by the mixed list (facts §5). */
final class GraphMethods implements Methods {

    private static final String TYPE = "#microsoft.graph.";

    private final DirectoryId directory;
    private final GraphClient graph;

    GraphMethods(DirectoryId directory, GraphClient graph) {
        this.directory = directory;
        this.graph = graph;
    }

    @Override
    public List<Method> of(CustomerId id) {
        var target = Users.path(directory, id) + "/authentication/methods";
        return graph.readAll(GraphCall.slowGet("list-methods", target), Trees.page(GraphMethods::method));
    }

    private static Method method(JsonNode node) {
        var kind = kind(node.path("@odata.type").asString("").replace(TYPE, ""), node);
        return new Method(node.required("id").asString(), kind, detail(node));
    }

    private static Method.Kind kind(String type, JsonNode node) {
        return switch (type) {
            case "passwordAuthenticationMethod" -> Method.Kind.PASSWORD;
            case "emailAuthenticationMethod" -> Method.Kind.EMAIL;
            case "softwareOathAuthenticationMethod" -> Method.Kind.SOFTWARE_TOKEN;
            case "phoneAuthenticationMethod" -> phone(node.path("phoneType").asString(""));
            default -> Method.Kind.OTHER;
        };
    }

    private static Method.Kind phone(String phoneType) {
        return switch (phoneType.toLowerCase(Locale.ROOT)) {
            case "alternatemobile" -> Method.Kind.ALTERNATE_PHONE;
            case "office" -> Method.Kind.OFFICE_PHONE;
            default -> Method.Kind.MOBILE_PHONE;
        };
    }

    private static @Nullable String detail(JsonNode node) {
        var phone = node.path("phoneNumber").stringValue(null);
        return phone != null ? phone : node.path("emailAddress").stringValue(null);
    }
}
