package sandbox.oidc;

import com.nimbusds.jwt.JWTClaimsSet;
import java.text.ParseException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import sandbox.clock.SandboxClock;
import sandbox.people.Directories;
import sandbox.people.Identity;
import sandbox.people.User;
import sandbox.token.SigningKeys;
import sandbox.token.TokenRefusal;

/** The tokens that say who a customer is, as a user flow of B2C gives them that tells the object id (facts §13). */
@Component
class CustomerTokens {

    private static final Duration LIFE = Duration.ofHours(1);

    private final SigningKeys keys;
    private final Issuer issuer;
    private final Directories directories;
    private final SandboxClock clock;

    CustomerTokens(SigningKeys keys, Issuer issuer, Directories directories, SandboxClock clock) {
        this.keys = keys;
        this.issuer = issuer;
        this.directories = directories;
        this.clock = clock;
    }

    /** What the app gets for its code. */
    Map<String, Object> answer(AuthorizationCodes.SignedIn signedIn) {
        var user = directories
                .of(signedIn.tenantId())
                .user(signedIn.session().employeeKey())
                .filter(User::enabled)
                .orElseThrow(() -> TokenRefusal.badRequest("invalid_grant", 90055, "The account cannot sign in."));
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("id_token", identity(signedIn, user));
        answer.put("token_type", "Bearer");
        answer.put("not_before", clock.instant().getEpochSecond());
        answer.put("id_token_expires_in", LIFE.toSeconds());
        answer.put("access_token", identity(signedIn, user));
        answer.put("expires_in", LIFE.toSeconds());
        answer.put("scope", "openid");
        return answer;
    }

    private String identity(AuthorizationCodes.SignedIn signedIn, User user) {
        var now = clock.instant().getEpochSecond();
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("ver", "1.0");
        claims.put("iss", issuer.ofCustomers(signedIn.tenantId()));
        claims.put("sub", user.id());
        claims.put("oid", user.id());
        claims.put("aud", signedIn.request().appId());
        claims.put("iat", now);
        claims.put("nbf", now);
        claims.put("exp", now + LIFE.toSeconds());
        claims.put("auth_time", signedIn.session().signedInAt().getEpochSecond());
        claims.put("name", String.valueOf(user.text("displayName")));
        claims.put("emails", addresses(user));
        claims.put("tfp", String.valueOf(signedIn.policy()));
        if (signedIn.request().nonce() != null) {
            claims.put("nonce", signedIn.request().nonce());
        }
        try {
            return keys.sign(JWTClaimsSet.parse(claims));
        } catch (ParseException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static List<String> addresses(User user) {
        return user.identities().stream()
                .filter(identity -> identity.signInType().equals(Identity.EMAIL))
                .map(Identity::issuerAssignedId)
                .toList();
    }
}
