package sandbox.graph.methods;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Component;
import sandbox.graph.GraphCall;
import sandbox.graph.GraphError;
import sandbox.graph.GraphReply;
import sandbox.graph.audits.Audits;
import sandbox.graph.users.Users;
import sandbox.people.Methods;
import sandbox.people.User;
import sandbox.tenants.MethodFamily;

/** What all calls on methods have in common. */
@Component
class MethodCalls {

    private final Audits audits;

    MethodCalls(Audits audits) {
        this.audits = audits;
    }

    /** The user as reads see one, if the caller may read this family of methods and the tenant has it. */
    User read(GraphCall call, MethodFamily family) {
        call.caller()
                .demand(
                        permission(family) + ".Read.All",
                        permission(family) + ".ReadWrite.All",
                        "UserAuthenticationMethod.Read.All",
                        "UserAuthenticationMethod.ReadWrite.All");
        demandOffered(call, family);
        return Users.read(call);
    }

    /** Changes the methods of a user whom the caller has power over. */
    User change(GraphCall call, MethodFamily family, String activity, UnaryOperator<Methods> change) {
        call.caller().demand(permission(family) + ".ReadWrite.All", "UserAuthenticationMethod.ReadWrite.All");
        demandOffered(call, family);
        var target = Users.present(call);
        call.caller().demandPowerOver(target.directoryRoles());
        var after = call.directory()
                .change(
                        target.id(),
                        user -> user.with(change.apply(user.methods())),
                        call.caller().name())
                .orElseThrow(() -> GraphError.notFound(call.key(0)));
        audits.log(call, after, activity, "Update", List.of());
        return after;
    }

    static GraphReply list(GraphCall call, User user, String collection, List<?> value) {
        var body = new LinkedHashMap<String, Object>();
        body.put("@odata.context", context(call, user, collection));
        body.put("value", value);
        return GraphReply.ok(body);
    }

    static Map<String, Object> entity(GraphCall call, User user, String collection, Map<String, Object> method) {
        var body = new LinkedHashMap<String, Object>();
        body.put("@odata.context", context(call, user, collection) + "/$entity");
        body.putAll(method);
        return body;
    }

    static GraphError notFound() {
        return new GraphError(404, "resourceNotFound", "The requested authentication method was not found.", List.of());
    }

    static GraphError invalid(String message) {
        return new GraphError(400, "invalidRequest", message, List.of());
    }

    private static String permission(MethodFamily family) {
        return "UserAuthMethod-" + family.graphName();
    }

    private static void demandOffered(GraphCall call, MethodFamily family) {
        if (!call.tenant().switches().methods().contains(family)) {
            throw invalid("The authentication method '" + family.graphName() + "' is not supported in this tenant.");
        }
    }

    private static String context(GraphCall call, User user, String collection) {
        return call.context("users('" + user.id() + "')/authentication/" + collection);
    }
}
