package sandbox.graph.types;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/**
 * Compares an answer with the types that Graph promises: no member that the type does not have, no value of another type,
 * no null where there is never one.
 */
@Component
public class AnswerCheck {

    /** What a collection or an entity of it is called in {@code @odata.context}, and its type. */
    private static final Map<String, String> TYPES = Map.ofEntries(
            Map.entry("users", "user"),
            Map.entry("organization", "organization"),
            Map.entry("auditLogs/directoryAudits", "directoryAudit"),
            Map.entry("auditLogs/signIns", "signIn"),
            Map.entry("extensionProperties", "extensionProperty"),
            Map.entry("identity/userFlowAttributes", "identityUserFlowAttribute"),
            Map.entry("phoneMethods", "phoneAuthenticationMethod"),
            Map.entry("emailMethods", "emailAuthenticationMethod"),
            Map.entry("passwordMethods", "passwordAuthenticationMethod"),
            Map.entry("appRoleAssignments", "appRoleAssignment"),
            Map.entry("directoryRoles", "directoryRole"),
            Map.entry("groups", "group"),
            Map.entry("directoryObjects", "directoryObject"));

    /** Their type stands in no description that was at hand. */
    private static final Set<String> UNDESCRIBED = Set.of("applications", "servicePrincipals");

    /** Members that are no property of a type: of B2C's and of the delta answer's making. */
    private static final Pattern OPEN =
            Pattern.compile("@odata\\..*|.+@odata\\..*|@removed|extension_[0-9a-f]{32}_\\w+");

    private static final Pattern CONTEXT = Pattern.compile(
            ".*\\$metadata#(?:[a-z]+\\('[^']*'\\)/)?(?:authentication/)?([A-Za-z/.]+?)(?:\\(.*\\))?(?:/\\$entity)?");

    private static final Map<String, Predicate<JsonNode>> PLAIN = Map.ofEntries(
            Map.entry("String", JsonNode::isString),
            Map.entry("Boolean", JsonNode::isBoolean),
            Map.entry("Int32", JsonNode::isInt),
            Map.entry("Int64", JsonNode::isIntegralNumber),
            Map.entry("Double", JsonNode::isNumber),
            Map.entry("Guid", text("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")),
            Map.entry("DateTimeOffset", text("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d{1,7})?Z")),
            Map.entry("Date", text("\\d{4}-\\d\\d-\\d\\d")),
            Map.entry("TimeOfDay", text("\\d\\d:\\d\\d:\\d\\d(\\.\\d{1,7})?")),
            Map.entry("Binary", AnswerCheck::isBase64));

    private final TypeCatalog catalog;

    private final ObjectMapper json;

    AnswerCheck(TypeCatalog catalog, ObjectMapper json) {
        this.catalog = catalog;
        this.json = json;
    }

    /** What is wrong with it, in words; nothing for answers without a context. */
    public List<String> faults(@Nullable Object body) {
        var faults = new ArrayList<String>();
        if (body != null && !(body instanceof String)) {
            JsonNode answer = json.valueToTree(body);
            var context = answer.path("@odata.context").asString("");
            if (!context.isEmpty()) {
                answer(answer, context, faults);
            }
        }
        return faults;
    }

    private void answer(JsonNode answer, String context, List<String> faults) {
        var matcher = CONTEXT.matcher(context);
        var name = matcher.matches() ? matcher.group(1) : context;
        if (name.startsWith("Edm.") || name.startsWith("Collection") || UNDESCRIBED.contains(name)) {
            return;
        }
        var type = TYPES.get(name);
        var isCollection = answer.has("value") && answer.path("value").isArray();
        for (var one : isCollection ? answer.path("value") : List.of(answer)) {
            var own = one.path("@odata.type").asString("").replace("#microsoft.graph.", "");
            var promised = own.isEmpty() ? type : own;
            if (promised == null) {
                faults.add(context + " names no known type");
            } else {
                object(one, promised, name, faults);
            }
        }
    }

    private void object(JsonNode object, String type, String place, List<String> faults) {
        if (!catalog.knows(type)) {
            faults.add(place + " is of the unknown type " + type);
            return;
        }
        for (var member : object.properties()) {
            var property = catalog.property(type, member.getKey());
            var at = place + "." + member.getKey();
            if (property != null) {
                value(member.getValue(), property, at, faults);
            } else if (!OPEN.matcher(member.getKey()).matches()) {
                faults.add(at + " is no property of " + type);
            }
        }
    }

    private void value(JsonNode value, TypeCatalog.Property property, String at, List<String> faults) {
        if (value.isNull()) {
            if (!property.isNullable()) {
                faults.add(at + " is null");
            }
        } else if (property.isCollection() != value.isArray()) {
            faults.add(at + (value.isArray() ? " is a collection" : " is no collection"));
        } else {
            for (var one : value.isArray() ? value : List.of(value)) {
                single(one, property.type(), at, faults);
            }
        }
    }

    private void single(JsonNode value, String type, String at, List<String> faults) {
        var plain = PLAIN.get(type);
        var values = catalog.values(type);
        if (plain != null ? !plain.test(value) : values != null && !values.contains(value.asString(""))) {
            faults.add(at + " is no " + type + ": " + value);
        } else if (plain == null && values == null) {
            object(value, type, at, faults);
        }
    }

    private static Predicate<JsonNode> text(String pattern) {
        var compiled = Pattern.compile(pattern);
        return value -> value.isString() && compiled.matcher(value.asString()).matches();
    }

    private static boolean isBase64(JsonNode value) {
        try {
            Base64.getDecoder().decode(value.asString("?"));
            return value.isString();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
