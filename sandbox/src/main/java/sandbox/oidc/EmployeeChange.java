package sandbox.oidc;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What to change of an employee; what is absent stays as it is. */
record EmployeeChange(
        @Nullable List<String> roles,
        @Nullable List<String> groups,
        @Nullable Boolean enabled) {

    EmployeeChange {
        roles = roles == null ? null : List.copyOf(roles);
        groups = groups == null ? null : List.copyOf(groups);
    }
}
