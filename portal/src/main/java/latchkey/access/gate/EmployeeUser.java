package latchkey.access.gate;

import java.io.Serial;
import java.util.List;
import latchkey.access.employees.SignedIn;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;

/** An employee on the way through the sign-in, before the session holds them. */
final class EmployeeUser extends DefaultOidcUser {

    @Serial
    private static final long serialVersionUID = 1L;

    private final SignedIn employee;

    EmployeeUser(OidcIdToken token, SignedIn employee) {
        super(List.of(), token);
        this.employee = employee;
    }

    SignedIn employee() {
        return employee;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof EmployeeUser user && employee.equals(user.employee);
    }

    @Override
    public int hashCode() {
        return employee.hashCode();
    }
}
