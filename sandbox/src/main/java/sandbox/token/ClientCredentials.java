package sandbox.token;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import sandbox.tenants.Application;

/** An application asks for a token for itself (facts §2). */
@Component
class ClientCredentials implements Grant {

    private static final String DEFAULT = "/.default";
    private static final Set<String> GRAPH_ROOTS = Set.of(
            "https://graph.microsoft.com",
            "https://graph.microsoft.us",
            "https://dod-graph.microsoft.us",
            "https://microsoftgraph.chinacloudapi.cn",
            Resources.GRAPH_APP);

    /** Microsoft's own library adds these to every request of an application; they mean nothing there. */
    private static final Set<String> OF_PEOPLE = Set.of("openid", "profile", "offline_access");

    private final Clients clients;
    private final AccessTokens tokens;

    ClientCredentials(Clients clients, AccessTokens tokens) {
        this.clients = clients;
        this.tokens = tokens;
    }

    @Override
    public String type() {
        return "client_credentials";
    }

    @Override
    public Map<String, Object> answer(TokenRequest request) {
        request.field("client_id");
        var scope = request.field("scope");
        var application = clients.authenticated(request);
        var resource = resource(scope);
        return Map.of(
                "token_type", "Bearer",
                "expires_in", AccessTokens.LIFE.toSeconds(),
                "ext_expires_in", AccessTokens.LIFE.toSeconds(),
                "access_token", tokens.issue(application, audience(application, resource, request)));
    }

    private static String resource(String asked) {
        var scope = Arrays.stream(asked.strip().split(" +"))
                .filter(each -> !OF_PEOPLE.contains(each))
                .collect(Collectors.joining(" "));
        if (scope.isBlank() || scope.contains(" ")) {
            throw TokenRefusal.badRequest(
                    "invalid_scope",
                    70011,
                    "The provided request must include a 'scope' input parameter. The provided value for the input"
                            + " parameter 'scope' is not valid. The scope " + scope + " is not valid.");
        }
        if (!scope.endsWith(DEFAULT)) {
            throw TokenRefusal.badRequest(
                    "invalid_scope",
                    1002012,
                    "The provided value for scope " + scope + " is not valid. Client credential flows must have a"
                            + " scope value with /.default suffixed to the resource identifier (application ID URI).");
        }
        return scope.substring(0, scope.length() - DEFAULT.length());
    }

    private static String audience(Application application, String resource, TokenRequest request) {
        // Graph also answers to the sandbox's own address, because that is the root its clients know.
        if (GRAPH_ROOTS.contains(resource) || (resource.equals(request.root()) && !application.dataverseUser())) {
            return Resources.GRAPH;
        }
        if (application.dataverseUser() && resource.matches("https?://[^/ ]+/?")) {
            return resource;
        }
        throw TokenRefusal.badRequest(
                "invalid_resource",
                500011,
                "The resource principal named " + resource + " was not found in the tenant named "
                        + request.tenant().displayName() + ".");
    }
}
