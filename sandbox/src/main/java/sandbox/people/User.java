package sandbox.people;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A user of a directory; a change makes a new one.
 *
 * @param properties by Graph's name; a value is a String, Boolean, Integer, Long, Instant, list of Strings or list of
 *     {@link Identity}; unset ones and empty lists are absent
 * @param directoryRoles template ids of the administrator roles held; none for customers
 */
public record User(String id, Map<String, Object> properties, Methods methods, Set<String> directoryRoles) {

    public User {
        properties = PropertyMap.of(properties);
    }

    /** Null when not set. */
    public @Nullable Object property(String name) {
        return properties.get(name);
    }

    /** Null when not set. */
    public @Nullable String text(String name) {
        return (String) properties.get(name);
    }

    public String principalName() {
        return String.valueOf(properties.get("userPrincipalName"));
    }

    @SuppressWarnings("unchecked")
    public List<String> texts(String name) {
        return (List<String>) properties.getOrDefault(name, List.of());
    }

    @SuppressWarnings("unchecked")
    public List<Identity> identities() {
        return (List<Identity>) properties.getOrDefault("identities", List.of());
    }

    public boolean enabled() {
        return !Boolean.FALSE.equals(properties.get("accountEnabled"));
    }

    /** With properties changed; null and the empty list unset one. */
    public User with(Map<String, ? extends @Nullable Object> changes) {
        var changed = new HashMap<>(properties);
        changes.forEach((name, value) -> {
            if (value == null || List.of().equals(value)) {
                changed.remove(name);
            } else {
                changed.put(name, value);
            }
        });
        return new User(id, changed, methods, directoryRoles);
    }

    public User with(Methods changed) {
        return new User(id, properties, changed, directoryRoles);
    }

    /** Prints no personal data. */
    @Override
    public String toString() {
        return "User[" + id + "]";
    }
}
