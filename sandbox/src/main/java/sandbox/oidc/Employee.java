package sandbox.oidc;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Locale;
import sandbox.people.Staff;
import sandbox.people.User;

/** Somebody who works for the company: what the sign-in page shows and the id_token says of them. */
public record Employee(
        String key, String oid, String name, String job, List<String> roles, List<String> groups, boolean enabled) {

    @JsonProperty
    String preferredUsername() {
        return key + "@" + Staff.DOMAIN;
    }

    /** The roles as a person reads them, "no role" when there are none. */
    public String rolesInWords() {
        return roles.isEmpty() ? "no role" : String.join(", ", roles);
    }

    /** The first letters of first and last name. */
    public String initials() {
        String[] names = name.split(" ");
        return (names[0].substring(0, 1) + names[names.length - 1].substring(0, 1)).toUpperCase(Locale.ROOT);
    }

    /** The same person in the employees' directory. */
    User asUser() {
        var username = preferredUsername();
        return Staff.user(oid, username, name, job);
    }

    Employee changedBy(EmployeeChange change) {
        return new Employee(
                key,
                oid,
                name,
                job,
                change.roles() == null ? roles : List.copyOf(change.roles()),
                change.groups() == null ? groups : List.copyOf(change.groups()),
                change.enabled() == null ? enabled : change.enabled());
    }
}
