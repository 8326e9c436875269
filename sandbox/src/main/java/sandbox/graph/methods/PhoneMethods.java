package sandbox.graph.methods;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import sandbox.graph.GraphCall;
import sandbox.graph.GraphReply;
import sandbox.graph.GraphResource;
import sandbox.graph.Routes;
import sandbox.people.User;
import sandbox.tenants.MethodFamily;
import tools.jackson.databind.node.ObjectNode;

/** The phone numbers that a user proves themselves with (facts §5). */
@Component
class PhoneMethods implements GraphResource {

    private static final MethodFamily FAMILY = MethodFamily.PHONE;
    private static final String COLLECTION = "phoneMethods";
    // Exactly one space after the country code; an extension may follow an x.
    private static final Pattern NUMBER = Pattern.compile("\\+[1-9]\\d{0,2} \\d{4,14}(x\\d{1,8})?");
    private static final List<String> TYPES = List.of("mobile", "alternateMobile", "office");

    private final MethodCalls calls;

    PhoneMethods(MethodCalls calls) {
        this.calls = calls;
    }

    @Override
    public void addTo(Routes routes) {
        var base = "users/{}/authentication/phoneMethods";
        routes.add("GET", base, 1, this::list)
                .add("POST", base, 1, this::add)
                .add("GET", base + "/{}", 1, this::get)
                .add("PATCH", base + "/{}", 1, this::change)
                .add("DELETE", base + "/{}", 1, this::remove);
    }

    static List<Map<String, Object>> of(User user) {
        return TYPES.stream()
                .filter(user.methods().phones()::containsKey)
                .map(type -> MethodJson.phone(type, number(user, type)))
                .toList();
    }

    private GraphReply list(GraphCall call) {
        var user = calls.read(call, FAMILY);
        return MethodCalls.list(call, user, COLLECTION, of(user));
    }

    private GraphReply get(GraphCall call) {
        var user = calls.read(call, FAMILY);
        var type = type(call.key(1));
        demandThere(user, type);
        return GraphReply.ok(MethodCalls.entity(call, user, COLLECTION, MethodJson.phone(type, number(user, type))));
    }

    private GraphReply add(GraphCall call) {
        var body = call.object();
        var number = number(body);
        var type = body.path("phoneType").asString("");
        if (!TYPES.contains(type)) {
            throw MethodCalls.invalid("phoneType must be mobile, alternateMobile or office.");
        }
        var user = calls.change(call, FAMILY, "Admin registered security info", methods -> {
            if (methods.phones().containsKey(type)) {
                throw MethodCalls.invalid("The user already has a phone of this type.");
            }
            if (type.equals("alternateMobile") && !methods.phones().containsKey("mobile")) {
                throw MethodCalls.invalid("An alternate mobile phone needs a mobile phone first.");
            }
            return methods.phone(type, number);
        });
        return GraphReply.created(
                MethodCalls.entity(call, user, COLLECTION, MethodJson.phone(type, number)),
                call.root() + call.path() + "/" + MethodJson.PHONES.get(type));
    }

    private GraphReply change(GraphCall call) {
        var body = call.object();
        var type = type(call.key(1));
        if (body.has("phoneType") && !body.path("phoneType").asString("").equals(type)) {
            throw MethodCalls.invalid("The type of a phone cannot be changed.");
        }
        var number = number(body);
        var user = calls.change(call, FAMILY, "Admin updated security info", methods -> {
            if (!methods.phones().containsKey(type)) {
                throw MethodCalls.notFound();
            }
            return methods.phone(type, number);
        });
        return GraphReply.ok(MethodCalls.entity(call, user, COLLECTION, MethodJson.phone(type, number)));
    }

    private GraphReply remove(GraphCall call) {
        var type = type(call.key(1));
        calls.change(call, FAMILY, "Admin deleted security info", methods -> {
            if (!methods.phones().containsKey(type)) {
                throw MethodCalls.notFound();
            }
            return methods.phone(type, null);
        });
        return GraphReply.noContent();
    }

    private static String number(ObjectNode body) {
        var number = body.path("phoneNumber").asString("");
        if (!NUMBER.matcher(number).matches()) {
            throw MethodCalls.invalid("The phone number must be written as +{country code} {number}x{extension}.");
        }
        return number;
    }

    private static String number(User user, String type) {
        return String.valueOf(user.methods().phones().get(type));
    }

    private static void demandThere(User user, String type) {
        if (!user.methods().phones().containsKey(type)) {
            throw MethodCalls.notFound();
        }
    }

    private static String type(String id) {
        return TYPES.stream()
                .filter(type -> id.equalsIgnoreCase(MethodJson.PHONES.get(type)))
                .findFirst()
                .orElseThrow(MethodCalls::notFound);
    }
}
