package sandbox.graph.audits;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import sandbox.graph.GraphCall;
import sandbox.people.User;

/** Sign-ins as the directory's log of a B2C tenant tells them (facts §7.2). */
final class B2cEvents {

    private B2cEvents() {}

    /** The entries that one sign-in makes, the latest first. */
    static Stream<Audit> of(SignIn signIn, GraphCall call) {
        var local = signIn.provider().equals(SignIn.LOCAL);
        var checked = entry(signIn, "Validate local account credentials", "1", call);
        var issued = entry(signIn, "Issue an id_token to the application", "2", call);
        return Stream.of(
                        Optional.of(issued).filter(any -> signIn.outcome() == Outcome.SUCCESS),
                        Optional.of(checked).filter(any -> local || signIn.outcome() != Outcome.SUCCESS))
                .flatMap(Optional::stream);
    }

    private static Audit entry(SignIn signIn, String activity, String which, GraphCall call) {
        return new Audit(
                "B2C_" + signIn.id() + "_" + which,
                signIn.at(),
                "B2C",
                "Authentication",
                activity,
                "",
                signIn.outcome() == Outcome.SUCCESS ? "success" : "failure",
                signIn.outcome().reasonOfB2c(),
                signIn.id(),
                Shop.NAME,
                Shop.APP_ID,
                Shop.SERVICE_PRINCIPAL,
                signIn.userId(),
                call.directory().user(signIn.userId()).map(User::principalName).orElse(null),
                List.of(),
                details(signIn, call));
    }

    private static List<Map.Entry<String, String>> details(SignIn signIn, GraphCall call) {
        return List.of(
                Map.entry("TenantId", call.tenant().domain()),
                Map.entry("PolicyId", Shop.POLICY),
                Map.entry("ApplicationId", Shop.APP_ID),
                Map.entry(
                        "Client",
                        signIn.device().browser() + " on " + signIn.device().system()),
                Map.entry("IdentityProviderName", signIn.provider()),
                Map.entry("IdentityProviderApplicationId", ""),
                Map.entry("ClientIpAddress", signIn.device().ip()));
    }
}
