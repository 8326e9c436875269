package sandbox.graph.users;

import java.util.List;
import sandbox.graph.GraphError;

/** The last sign-in, which no tenant without a premium licence shows (facts §4.12 and §7.3). */
final class SignInActivity {

    private SignInActivity() {}

    static GraphError refusal() {
        return new GraphError(
                403,
                "Authentication_RequestFromNonPremiumTenantOrB2CTenant",
                "Neither tenant is B2C or tenant doesn't have premium license",
                List.of());
    }
}
