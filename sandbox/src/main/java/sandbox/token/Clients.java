package sandbox.token;

import com.nimbusds.jwt.JWTClaimsSet;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.springframework.stereotype.Component;
import sandbox.clock.SandboxClock;
import sandbox.tenants.Application;
import sandbox.tenants.Tenants;

/** Checks who asks for a token. */
@Component
public class Clients {

    private final Tenants tenants;
    private final UsedAssertions used;
    private final SandboxClock clock;

    Clients(Tenants tenants, UsedAssertions used, SandboxClock clock) {
        this.tenants = tenants;
        this.used = used;
        this.clock = clock;
    }

    /**
     * The registered application that sent its secret, or an assertion signed with its certificate's key.
     *
     * @throws TokenRefusal AADSTS900144, 700016, 7000112, 7000218, 7000215, 7000222, 700027 or 700024 (facts §2)
     */
    public Application authenticated(TokenRequest request) {
        var application = registered(request);
        var assertion = request.form().get("client_assertion");
        if (assertion != null && ClientAssertion.TYPE.equals(request.form().get("client_assertion_type"))) {
            demandNew(ClientAssertion.verify(assertion, application, request, clock.instant()), application);
            return application;
        }
        var secret = request.form().get("client_secret");
        if (secret == null || secret.isEmpty()) {
            throw TokenRefusal.unauthorized(
                    "invalid_client",
                    7000218,
                    "The request body must contain the following parameter: 'client_assertion' or 'client_secret'.");
        }
        var known = application.secrets().stream()
                .filter(candidate -> same(candidate.value(), secret))
                .findFirst()
                .orElseThrow(() -> TokenRefusal.unauthorized(
                        "invalid_client",
                        7000215,
                        "Invalid client secret provided. Ensure the secret being sent in the request is the client"
                                + " secret value, not the client secret ID, for a secret added to app '"
                                + application.appId() + "'."));
        if (!clock.instant().isBefore(known.endsAt())) {
            throw TokenRefusal.unauthorized(
                    "invalid_client",
                    7000222,
                    "The provided client secret keys for app '" + application.appId() + "' are expired.");
        }
        return application;
    }

    /**
     * The application that the client_id names, its secret unchecked.
     *
     * @throws TokenRefusal AADSTS900144, 700016 or 7000112
     */
    public Application registered(TokenRequest request) {
        var appId = request.field("client_id");
        var application = tenants.application(request.tenant(), appId)
                .orElseThrow(() -> TokenRefusal.badRequest(
                        "unauthorized_client",
                        700016,
                        "Application with identifier '" + appId + "' was not found in the directory '"
                                + request.tenant().displayName() + "'."));
        if (!application.enabled()) {
            throw TokenRefusal.unauthorized("unauthorized_client", 7000112, "Application '" + appId + "' is disabled.");
        }
        return application;
    }

    private void demandNew(JWTClaimsSet claims, Application application) {
        var ends = claims.getExpirationTime().toInstant().plusSeconds(ClientAssertion.LEEWAY_SECONDS);
        if (!used.isNew(application.appId(), claims.getJWTID(), ends, clock.instant())) {
            throw ClientAssertion.refusal("its jti was used before");
        }
    }

    private static boolean same(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }
}
