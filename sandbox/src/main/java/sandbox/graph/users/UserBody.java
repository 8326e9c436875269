package sandbox.graph.users;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import sandbox.graph.GraphCall;
import sandbox.graph.GraphError;
import tools.jackson.databind.JsonNode;

/**
 * What a body wants changed.
 *
 * @param properties by name; null or an empty list clears one
 * @param password the new password; null when none was sent
 * @param passwordProfile whether a passwordProfile was sent at all
 */
record UserBody(
        Map<String, @Nullable Object> properties, @Nullable String password, boolean passwordProfile) {

    /**
     * Reads and checks a body.
     *
     * @throws GraphError 400 naming the property that is unknown, read-only or has a wrong value
     */
    static UserBody of(GraphCall call) {
        var properties = new LinkedHashMap<String, @Nullable Object>();
        String password = null;
        var profile = false;
        for (var entry : call.object().properties()) {
            var name = entry.getKey();
            // Microsoft's own clients add annotations such as @odata.type; they change nothing.
            if (name.startsWith("@odata.")) {
                continue;
            }
            var property = writable(name, call);
            if (property.type() == Property.Type.PASSWORD_PROFILE) {
                profile = true;
                password = password(entry.getValue(), call);
            } else {
                properties.put(name, UserValues.of(property, entry.getValue(), call));
            }
        }
        return new UserBody(properties, password, profile);
    }

    boolean has(String name) {
        return properties.containsKey(name);
    }

    private static Property writable(String name, GraphCall call) {
        var property = Properties.named(name, call.tenant())
                .orElseThrow(() -> Properties.custom(name)
                        ? GraphError.badRequest("The following extension properties are not available: " + name + ".")
                        : GraphError.badRequest("Property '" + name
                                + "' does not exist as a declared property or extension property."));
        if (!property.writable()) {
            throw GraphError.badRequest("Property '" + name + "' is read-only and cannot be set.");
        }
        return property;
    }

    private static @Nullable String password(JsonNode profile, GraphCall call) {
        if (!profile.isObject()) {
            throw GraphError.invalidValue("passwordProfile", "User");
        }
        for (var entry : profile.properties()) {
            switch (entry.getKey()) {
                case "password" ->
                    demand(entry.getValue().isString() || entry.getValue().isNull());
                case "forceChangePasswordNextSignIn", "forceChangePasswordNextSignInWithMfa" ->
                    demand(entry.getValue().isBoolean() || entry.getValue().isNull());
                default -> demand(entry.getKey().startsWith("@odata."));
            }
        }
        var password = profile.path("password");
        if (!password.isString()) {
            return null;
        }
        Passwords.demandStrong(password.stringValue(), call.tenant().kind().longestPassword());
        return password.stringValue();
    }

    private static void demand(boolean met) {
        if (!met) {
            throw GraphError.invalidValue("passwordProfile", "User");
        }
    }

    /** Prints no values. */
    @Override
    public String toString() {
        return "UserBody" + properties.keySet();
    }
}
