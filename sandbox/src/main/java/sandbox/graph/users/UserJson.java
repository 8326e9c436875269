package sandbox.graph.users;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import sandbox.graph.GraphCall;
import sandbox.people.Identity;
import sandbox.people.User;

/** A user as Graph writes one (facts §4.2). */
final class UserJson {

    private UserJson() {}

    /** One user, with the context of an entity. */
    static Map<String, Object> entity(User user, List<String> names, GraphCall call) {
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("@odata.context", call.context("users" + selected(call) + "/$entity"));
        write(user, names, call, json);
        return withNulls(json);
    }

    /** One user within a list. */
    static Map<String, Object> item(User user, List<String> names, GraphCall call) {
        var json = new LinkedHashMap<String, @Nullable Object>();
        write(user, names, call, json);
        return withNulls(json);
    }

    /** What the context says of the selection. */
    static String selected(GraphCall call) {
        var select = call.query().select();
        return select.isEmpty() ? "" : "(" + String.join(",", select) + ")";
    }

    private static void write(User user, List<String> names, GraphCall call, Map<String, @Nullable Object> json) {
        for (var name : names) {
            var value = name.equals("id") ? user.id() : readable(user, name, call);
            if (value != null) {
                json.put(name, written(value));
            } else if (!Properties.custom(name)) {
                // Unset: null, or the empty list; a custom attribute is left out.
                json.put(name, unset(name, call));
            }
        }
    }

    // Facts §6: the values of a deleted attribute stay, unreadable, until one of the same name and type is there again.
    private static @Nullable Object readable(User user, String name, GraphCall call) {
        var value = user.property(name);
        return value == null || !Properties.custom(name) || Properties.holds(name, value, call.tenant()) ? value : null;
    }

    private static @Nullable Object unset(String name, GraphCall call) {
        return Properties.named(name, call.tenant())
                .filter(Property::collection)
                .map(property -> List.of())
                .orElse(null);
    }

    private static Object written(Object value) {
        if (value instanceof Instant time) {
            return time.truncatedTo(ChronoUnit.SECONDS).toString();
        }
        if (value instanceof List<?> list) {
            return list.stream()
                    .map(item -> item instanceof Identity identity ? identity(identity) : item)
                    .toList();
        }
        return value;
    }

    private static Map<String, String> identity(Identity identity) {
        var json = new LinkedHashMap<String, String>();
        json.put("signInType", identity.signInType());
        json.put("issuer", identity.issuer());
        json.put("issuerAssignedId", identity.issuerAssignedId());
        return json;
    }

    // Jackson writes nulls of a map; its type just does not say that there are some.
    @SuppressWarnings({"unchecked", "NullAway"})
    private static Map<String, Object> withNulls(Map<String, @Nullable Object> json) {
        return (Map<String, Object>) (Map<String, ?>) json;
    }
}
