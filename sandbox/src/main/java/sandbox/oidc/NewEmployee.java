package sandbox.oidc;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Somebody to take on; known to the sign-in and to Graph.
 *
 * @param key the first part of the user name
 * @param roles of the portal; none when left out
 */
record NewEmployee(String key, @Nullable String name, List<String> roles) {

    private static final Pattern KEY = Pattern.compile("[a-z][a-z0-9-]{0,39}");

    NewEmployee(@Nullable String key, @Nullable String name, @Nullable List<String> roles) {
        this.key = key == null ? "" : key;
        this.name = name;
        this.roles = roles == null ? List.of() : List.copyOf(roles);
    }

    boolean isWellFormed() {
        return KEY.matcher(key).matches();
    }

    Employee asEmployee(String oid) {
        return new Employee(
                key, oid, name == null || name.isBlank() ? key : name.strip(), "Help desk", roles, List.of(), true);
    }
}
