package sandbox.graph.users;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import sandbox.clock.SandboxClock;
import sandbox.graph.GraphCall;
import sandbox.graph.GraphError;
import sandbox.graph.GraphReply;
import sandbox.graph.GraphResource;
import sandbox.graph.Routes;
import sandbox.people.Identity;
import sandbox.people.Methods;
import sandbox.people.Taken;
import sandbox.people.User;

/** Creates users (facts §4.5). */
@Component
class Creating implements GraphResource {

    // Facts §12: creating a user in B2C costs four units more.
    private static final int UNITS = 5;

    private final UserLog log;
    private final SandboxClock clock;

    Creating(UserLog log, SandboxClock clock) {
        this.log = log;
        this.clock = clock;
    }

    @Override
    public void addTo(Routes routes) {
        routes.add("POST", "users", UNITS, this::create);
    }

    private GraphReply create(GraphCall call) {
        call.caller().demand("User.ReadWrite.All", "User.Create", "Directory.ReadWrite.All");
        var body = UserBody.of(call);
        demandComplete(body, call);
        var user = store(call, user(body, call));
        log.created(call, user);
        return GraphReply.created(UserJson.entity(user, Properties.USUAL, call), call.root() + "/users/" + user.id());
    }

    private static User store(GraphCall call, User user) {
        try {
            return call.directory().create(user, call.caller().name());
        } catch (Taken taken) {
            throw Users.conflict(taken);
        }
    }

    private User user(UserBody body, GraphCall call) {
        var id = UUID.randomUUID().toString();
        var properties = new HashMap<String, @Nullable Object>(body.properties());
        var domain = call.tenant().domain();
        properties.putIfAbsent("userPrincipalName", id + "@" + domain);
        properties.putIfAbsent("accountEnabled", true);
        properties.putIfAbsent("userType", "Member");
        properties.put("createdDateTime", clock.instant().truncatedTo(ChronoUnit.SECONDS));
        var identities = identities(properties, domain);
        properties.put("identities", identities);
        if (identities.stream().anyMatch(Identity::local)) {
            properties.put("creationType", "LocalAccount");
        }
        var password = body.password();
        var user = new User(id, Map.of(), password == null ? Methods.NONE : Methods.NONE.password(password), Set.of())
                .with(properties);
        Properties.demandFew(user);
        return user;
    }

    private static List<Identity> identities(Map<String, @Nullable Object> properties, String domain) {
        var identities = new ArrayList<Identity>();
        if (properties.get("identities") instanceof List<?> sent) {
            sent.forEach(identity -> identities.add((Identity) identity));
        }
        if (identities.stream().noneMatch(identity -> identity.signInType().equals(Identity.PRINCIPAL_NAME))) {
            var name = String.valueOf(properties.get("userPrincipalName"));
            identities.add(new Identity(Identity.PRINCIPAL_NAME, domain, name));
        }
        return List.copyOf(identities);
    }

    private static void demandComplete(UserBody body, GraphCall call) {
        demand(body, "displayName");
        var identities = body.properties().get("identities") instanceof List<?> sent ? sent : List.of();
        if (identities.isEmpty()) {
            demandWorkforce(body);
        } else if (identities.stream().anyMatch(identity -> ((Identity) identity).local())) {
            demandLocal(body, call);
        }
    }

    private static void demandWorkforce(UserBody body) {
        demand(body, "accountEnabled");
        demand(body, "mailNickname");
        demand(body, "userPrincipalName");
        demandPassword(body);
    }

    private static void demandLocal(UserBody body, GraphCall call) {
        demandPassword(body);
        var policies = body.properties().get("passwordPolicies");
        if (call.tenant().kind() == sandbox.tenants.TenantKind.B2C
                && !String.valueOf(policies).contains("DisablePasswordExpiration")) {
            throw GraphError.invalidValue("passwordPolicies", "User");
        }
    }

    private static void demandPassword(UserBody body) {
        if (body.password() == null) {
            throw missing("passwordProfile");
        }
    }

    private static void demand(UserBody body, String name) {
        if (body.properties().get(name) == null) {
            throw missing(name);
        }
    }

    private static GraphError missing(String name) {
        return new GraphError(
                400,
                "Request_BadRequest",
                "A value is required for property '" + name + "' of resource 'User'.",
                List.of(new GraphError.Detail(
                        "PropertyRequired",
                        "A value is required for property '" + name + "' of resource 'User'.",
                        name)));
    }
}
