package sandbox.graph.users;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import sandbox.graph.GraphCall;
import sandbox.graph.audits.Audit;
import sandbox.graph.audits.Audits;
import sandbox.people.Identity;
import sandbox.people.User;
import tools.jackson.databind.json.JsonMapper;

/** Words changes of users as the directory's log does (facts §7.1). */
@Component
class UserLog {

    private final Audits audits;
    private final JsonMapper json;

    UserLog(Audits audits, JsonMapper json) {
        this.audits = audits;
        this.json = json;
    }

    void created(GraphCall call, User user) {
        audits.log(call, user, "Add user", "Add", List.of());
    }

    void deleted(GraphCall call, User user) {
        audits.log(call, user, "Delete user", "Delete", List.of());
    }

    void restored(GraphCall call, User user) {
        audits.log(call, user, "Restore user", "Restore", List.of());
    }

    void purged(GraphCall call, User user) {
        audits.log(call, user, "Hard Delete user", "Delete", List.of());
    }

    void sessionsRevoked(GraphCall call, User user) {
        audits.log(call, user, "Update StsRefreshTokenValidFrom Timestamp", "Update", List.of());
    }

    /** One change can make several entries: the special ones first, then the plain "Update user" (facts §4.9). */
    void changed(GraphCall call, User before, User after, UserBody body) {
        if (body.has("accountEnabled")) {
            audits.log(call, after, after.enabled() ? "Enable account" : "Disable account", "Update", List.of());
        }
        if (body.password() != null) {
            audits.log(call, after, "Reset user password", "Update", List.of());
            audits.log(call, after, "Update PasswordProfile", "Update", List.of());
            audits.log(call, after, "Update StsRefreshTokenValidFrom Timestamp", "Update", List.of());
        }
        audits.log(call, after, "Update user", "Update", modified(before, after, body));
    }

    private List<Audit.Modified> modified(User before, User after, UserBody body) {
        var modified = new ArrayList<Audit.Modified>();
        var names = new ArrayList<String>();
        for (var name : body.properties().keySet()) {
            var old = before.property(name);
            var now = after.property(name);
            if (!Objects.equals(old, now)) {
                var logged = Character.toUpperCase(name.charAt(0)) + name.substring(1);
                modified.add(new Audit.Modified(logged, document(old), document(now)));
                names.add(logged);
            }
        }
        modified.add(new Audit.Modified(
                "Included Updated Properties", null, json.writeValueAsString(String.join(", ", names))));
        return modified;
    }

    // Values are JSON documents within strings, and always arrays (facts §7.1).
    private String document(@Nullable Object value) {
        return switch (value) {
            case null -> "[]";
            case List<?> several ->
                json.writeValueAsString(several.stream().map(UserLog::plain).toList());
            default -> json.writeValueAsString(List.of(plain(value)));
        };
    }

    private static Object plain(Object value) {
        return value instanceof Identity identity
                ? identity.issuerAssignedId()
                : value instanceof Boolean flag ? flag : value.toString();
    }
}
