package sandbox.graph.methods;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import sandbox.graph.GraphCall;
import sandbox.graph.GraphError;
import sandbox.graph.GraphReply;
import sandbox.graph.GraphResource;
import sandbox.graph.Routes;
import sandbox.people.User;
import sandbox.tenants.MethodFamily;
import tools.jackson.databind.node.ObjectNode;

/** All methods together, and those besides phones: password, e-mail address, authenticator codes (facts §5). */
@Component
class OtherMethods implements GraphResource {

    private final MethodCalls calls;

    OtherMethods(MethodCalls calls) {
        this.calls = calls;
    }

    @Override
    public void addTo(Routes routes) {
        var base = "users/{}/authentication/";
        routes.add("GET", base + "methods", 1, this::all)
                .add("GET", base + "methods/{}", 1, this::one)
                .add("POST", base + "methods/{}/resetPassword", 1, OtherMethods::resetPassword)
                .add("GET", base + "passwordMethods", 1, this::passwords)
                .add("GET", base + "emailMethods", 1, this::emails)
                .add("POST", base + "emailMethods", 1, this::addEmail)
                .add("GET", base + "emailMethods/{}", 1, this::email)
                .add("PATCH", base + "emailMethods/{}", 1, this::changeEmail)
                .add("DELETE", base + "emailMethods/{}", 1, this::removeEmail)
                .add("GET", base + "softwareOathMethods", 1, this::authenticatorCodes)
                .add("DELETE", base + "softwareOathMethods/{}", 1, this::removeAuthenticatorCode);
    }

    private GraphReply all(GraphCall call) {
        var user = readAll(call);
        return MethodCalls.list(call, user, "methods", mixed(user));
    }

    private GraphReply one(GraphCall call) {
        var user = readAll(call);
        return mixed(user).stream()
                .filter(method -> call.key(1).equalsIgnoreCase(String.valueOf(method.get("id"))))
                .findFirst()
                .map(method -> GraphReply.ok(MethodCalls.entity(call, user, "methods", method)))
                .orElseThrow(MethodCalls::notFound);
    }

    // Facts §0 no. 3: resetting through methods has no application permission.
    private static GraphReply resetPassword(GraphCall call) {
        throw new GraphError(403, "accessDenied", "Request Authorization failed", List.of());
    }

    private GraphReply passwords(GraphCall call) {
        var user = calls.read(call, MethodFamily.PASSWORD);
        return MethodCalls.list(call, user, "passwordMethods", password(user));
    }

    private GraphReply emails(GraphCall call) {
        var user = calls.read(call, MethodFamily.EMAIL);
        return MethodCalls.list(call, user, "emailMethods", addresses(user));
    }

    private GraphReply email(GraphCall call) {
        var user = calls.read(call, MethodFamily.EMAIL);
        demandEmailId(call);
        return addresses(user).stream()
                .findFirst()
                .map(method -> GraphReply.ok(MethodCalls.entity(call, user, "emailMethods", method)))
                .orElseThrow(MethodCalls::notFound);
    }

    private GraphReply addEmail(GraphCall call) {
        var address = address(call.object());
        var user = calls.change(call, MethodFamily.EMAIL, "Admin registered security info", methods -> {
            if (methods.email() != null) {
                throw MethodCalls.invalid("The user already has an e-mail address as method.");
            }
            return methods.email(address);
        });
        return GraphReply.created(
                MethodCalls.entity(call, user, "emailMethods", MethodJson.email(address)),
                call.root() + call.path() + "/" + MethodJson.EMAIL);
    }

    private GraphReply changeEmail(GraphCall call) {
        var address = address(call.object());
        demandEmailId(call);
        var user = calls.change(call, MethodFamily.EMAIL, "Admin updated security info", methods -> {
            if (methods.email() == null) {
                throw MethodCalls.notFound();
            }
            return methods.email(address);
        });
        return GraphReply.ok(MethodCalls.entity(call, user, "emailMethods", MethodJson.email(address)));
    }

    private GraphReply removeEmail(GraphCall call) {
        demandEmailId(call);
        calls.change(call, MethodFamily.EMAIL, "Admin deleted security info", methods -> {
            if (methods.email() == null) {
                throw MethodCalls.notFound();
            }
            return methods.email(null);
        });
        return GraphReply.noContent();
    }

    private GraphReply authenticatorCodes(GraphCall call) {
        var user = calls.read(call, MethodFamily.SOFTWARE_OATH);
        return MethodCalls.list(call, user, "softwareOathMethods", codes(user));
    }

    private GraphReply removeAuthenticatorCode(GraphCall call) {
        calls.change(call, MethodFamily.SOFTWARE_OATH, "Admin deleted security info", methods -> {
            var codes = new LinkedHashMap<>(methods.authenticatorCodes());
            if (codes.remove(call.key(1)) == null) {
                throw MethodCalls.notFound();
            }
            return methods.authenticatorCodes(codes);
        });
        return GraphReply.noContent();
    }

    private static User readAll(GraphCall call) {
        call.caller().demand("UserAuthenticationMethod.Read.All", "UserAuthenticationMethod.ReadWrite.All");
        return sandbox.graph.users.Users.read(call);
    }

    private static List<Map<String, Object>> mixed(User user) {
        var all = new ArrayList<Map<String, Object>>();
        password(user).forEach(method -> all.add(MethodJson.typed("passwordAuthenticationMethod", method)));
        PhoneMethods.of(user).forEach(method -> all.add(MethodJson.typed("phoneAuthenticationMethod", method)));
        addresses(user).forEach(method -> all.add(MethodJson.typed("emailAuthenticationMethod", method)));
        codes(user).forEach(method -> all.add(MethodJson.typed("softwareOathAuthenticationMethod", method)));
        return all;
    }

    private static List<Map<String, Object>> password(User user) {
        return user.methods().passwordDigest() == null ? List.of() : List.of(MethodJson.password());
    }

    private static List<Map<String, Object>> addresses(User user) {
        var address = user.methods().email();
        return address == null ? List.of() : List.of(MethodJson.email(address));
    }

    private static List<Map<String, Object>> codes(User user) {
        return user.methods().authenticatorCodes().keySet().stream()
                .sorted()
                .map(MethodJson::authenticatorCode)
                .toList();
    }

    private static String address(ObjectNode body) {
        var address = body.path("emailAddress").asString("");
        if (!address.matches("[^@\\s]+@[^@\\s]+\\.[^@\\s]+")) {
            throw MethodCalls.invalid("emailAddress must be an e-mail address.");
        }
        return address;
    }

    private static void demandEmailId(GraphCall call) {
        if (!call.key(1).equalsIgnoreCase(MethodJson.EMAIL)) {
            throw MethodCalls.notFound();
        }
    }
}
