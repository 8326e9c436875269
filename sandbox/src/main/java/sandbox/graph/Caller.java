package sandbox.graph;

import java.util.Arrays;
import java.util.Set;
import sandbox.tenants.Application;
import sandbox.token.AccessToken;

/**
 * The application that calls; what it may do stands in its token, not in its registration, so that a new consent shows
 * only in a new token (facts §2).
 */
public record Caller(Application application, AccessToken token) {

    private static final String GLOBAL_ADMINISTRATOR = "62e90394-69f5-4237-9190-012177145e10";
    private static final String PRIVILEGED_AUTHENTICATION_ADMINISTRATOR = "7be44c8a-adaf-4e2a-84d6-ab2649e08a13";
    private static final Set<String> OVER_ADMINISTRATORS =
            Set.of(GLOBAL_ADMINISTRATOR, PRIVILEGED_AUTHENTICATION_ADMINISTRATOR);

    /** Template id of the role that resetting passwords and deleting need (facts §4.6). */
    private static final String USER_ADMINISTRATOR = "fe930be7-5e62-47db-91af-98c3a49a38b1";

    public String name() {
        return application.displayName();
    }

    /**
     * Demands one of the permissions.
     *
     * @throws GraphError 403
     */
    public void demand(String... anyOf) {
        if (Arrays.stream(anyOf).noneMatch(token.permissions()::contains)) {
            throw GraphError.denied();
        }
    }

    /** Demands a directory role that may reset passwords and delete users. */
    public void demandUserAdministrator() {
        if (!token.directoryRoles().contains(USER_ADMINISTRATOR) && !overAdministrators()) {
            throw GraphError.denied();
        }
    }

    /** Demands that the target holds no administrator's role, or that the caller stands above all of them. */
    public void demandPowerOver(Set<String> rolesOfTarget) {
        if (!rolesOfTarget.isEmpty() && !overAdministrators()) {
            throw GraphError.denied();
        }
    }

    private boolean overAdministrators() {
        return token.directoryRoles().stream().anyMatch(OVER_ADMINISTRATORS::contains);
    }
}
