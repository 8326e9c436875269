package sandbox.graph.users;

import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import sandbox.clock.SandboxClock;
import sandbox.graph.GraphCall;
import sandbox.graph.GraphError;
import sandbox.graph.GraphReply;
import sandbox.graph.GraphResource;
import sandbox.graph.Routes;
import sandbox.people.Identity;
import sandbox.people.Taken;
import sandbox.people.User;

/** Changes users: their properties, their password, the end of their sessions (facts §4.6 to §4.9). */
@Component
class Changing implements GraphResource {

    private final UserLog log;
    private final SandboxClock clock;

    Changing(UserLog log, SandboxClock clock) {
        this.log = log;
        this.clock = clock;
    }

    @Override
    public void addTo(Routes routes) {
        routes.add("PATCH", "users/{}", 1, this::change)
                .add("PATCH", "users(userPrincipalName)/{}", 1, this::change)
                .add("POST", "users/{}/revokeSignInSessions", 1, this::revokeSessions)
                .add("POST", "users/{}/microsoft.graph.revokeSignInSessions", 1, this::revokeSessions);
    }

    private GraphReply change(GraphCall call) {
        var body = UserBody.of(call);
        var target = Users.present(call);
        WriteRights.demand(call.caller(), body, target);
        var before = new User[1];
        var after = apply(call, target.id(), user -> {
            before[0] = user;
            return changed(user, body);
        });
        log.changed(call, before[0], after, body);
        return GraphReply.noContent();
    }

    private User changed(User user, UserBody body) {
        var changes = new HashMap<>(body.properties());
        changes.putAll(consequences(user, body));
        var changed = user.with(changes);
        Properties.demandFew(changed);
        var password = body.password();
        return password == null ? changed : changed.with(changed.methods().password(password));
    }

    private Map<String, @Nullable Object> consequences(User user, UserBody body) {
        var more = new HashMap<String, @Nullable Object>();
        if (body.properties().get("identities") instanceof List<?> sent) {
            more.putAll(IdentityRules.changes(identities(sent), user));
        } else if (body.has("identities")) {
            throw GraphError.invalidValue("identities", "User");
        } else if (body.properties().get("userPrincipalName") instanceof String name) {
            more.put("identities", renamed(user, name));
        }
        if (body.password() != null) {
            var now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
            more.put("lastPasswordChangeDateTime", now);
        }
        return more;
    }

    private static List<Identity> renamed(User user, String name) {
        return user.identities().stream()
                .map(identity -> identity.signInType().equals(Identity.PRINCIPAL_NAME)
                        ? new Identity(Identity.PRINCIPAL_NAME, identity.issuer(), name)
                        : identity)
                .toList();
    }

    private GraphReply revokeSessions(GraphCall call) {
        call.objectOrEmpty();
        call.caller().demand("User.RevokeSessions.All");
        var target = Users.present(call);
        call.caller().demandPowerOver(target.directoryRoles());
        var now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        var after = apply(call, target.id(), user -> user.with(Map.of("signInSessionsValidFromDateTime", now)));
        log.sessionsRevoked(call, after);
        return GraphReply.ok(Map.of("@odata.context", call.context("Edm.Boolean"), "value", true));
    }

    private static User apply(GraphCall call, String id, java.util.function.UnaryOperator<User> change) {
        try {
            return call.directory().change(id, change, call.caller().name()).orElseThrow(() -> GraphError.notFound(id));
        } catch (Taken taken) {
            throw Users.conflict(taken);
        }
    }

    @SuppressWarnings("unchecked")
    private static List<Identity> identities(List<?> sent) {
        return (List<Identity>) sent;
    }
}
