package sandbox.oidc;

import java.util.Set;
import sandbox.tenants.Tenant;
import sandbox.tenants.TenantKind;

/** The user flows by which customers of a B2C tenant sign in. */
final class UserFlows {

    private static final Set<String> NAMES = Set.of("b2c_1_verify", "b2c_1_sign_up_or_in");

    private UserFlows() {}

    /** Whether the tenant has a flow of that name, which B2C reads without regard to case. */
    static boolean has(Tenant tenant, String policy) {
        return tenant.kind() == TenantKind.B2C && NAMES.contains(policy.toLowerCase(java.util.Locale.ROOT));
    }
}
