package sandbox.oidc;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jwt.JWTClaimsSet;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import sandbox.clock.SandboxClock;
import sandbox.tenants.Tenants;
import sandbox.token.Resources;
import sandbox.token.SigningKeys;

/** The tokens that say who an employee is (facts §13, v2.0). */
@Component
class EmployeeTokens {

    static final Duration LIFE = Duration.ofMinutes(75);

    /** The portal's registration, which is also the audience of its API. */
    static final String PORTAL = "a0000000-0000-4000-8000-000000000011";

    /** Graph's application id: the audience of the token that comes with a plain sign-in. */
    static final String GRAPH = Resources.GRAPH_APP;

    /** Beyond this many groups a token carries a pointer instead of them. */
    private static final int MOST_GROUPS = 200;

    private final SigningKeys keys;
    private final Issuer issuer;
    private final SandboxClock clock;

    EmployeeTokens(SigningKeys keys, Issuer issuer, SandboxClock clock) {
        this.keys = keys;
        this.issuer = issuer;
        this.clock = clock;
    }

    /** The id_token of a sign-in; the nonce is the one that the app sent, and absent when it sent none. */
    String identity(AuthorizationCodes.SignedIn signedIn, Employee employee) {
        var request = signedIn.request();
        var session = signedIn.session();
        var claims = person(signedIn.tenantId(), request.appId(), employee);
        claims.put("auth_time", session.signedInAt().getEpochSecond());
        putContexts(claims, request.contexts().forIdToken(), session.contexts());
        claims.put("sid", session.sid());
        claims.put("login_hint", loginHint(employee));
        putGroups(claims, employee);
        if (request.nonce() != null) {
            claims.put("nonce", request.nonce());
        }
        if (request.asksFor("profile")) {
            claims.put("name", employee.name());
            claims.put("preferred_username", employee.preferredUsername());
        }
        if (request.asksFor("email")) {
            claims.put("email", employee.preferredUsername());
        }
        return signed(claims);
    }

    /** The access token that comes with a sign-in: good for Graph's user info. */
    String forUserInfo(AuthorizationCodes.SignedIn signedIn, Employee employee) {
        var claims = person(signedIn.tenantId(), GRAPH, employee);
        claims.put("sub", pairwise(employee, signedIn.request().appId()));
        putContexts(
                claims,
                signedIn.request().contexts().forAccessToken(),
                signedIn.session().contexts());
        claims.put("scp", "openid profile email");
        claims.put("name", employee.name());
        claims.put("preferred_username", employee.preferredUsername());
        return signed(claims);
    }

    /**
     * An access token for the portal's own API.
     *
     * @param signedInAt what {@code auth_time} says; null as for an app that has not configured that optional claim
     * @param contexts what {@code acrs} says
     */
    String forApi(Employee employee, @Nullable Instant signedInAt, Set<String> contexts) {
        var claims = person(Tenants.EMPLOYEES, PORTAL, employee);
        claims.put("azp", PORTAL);
        claims.put("azpacr", "1");
        claims.put("scp", "access_as_user");
        if (signedInAt != null) {
            claims.put("auth_time", signedInAt.getEpochSecond());
        }
        putContexts(claims, contexts, contexts);
        claims.put("name", employee.name());
        claims.put("preferred_username", employee.preferredUsername());
        putGroups(claims, employee);
        return signed(claims);
    }

    private String signed(Map<String, Object> claims) {
        try {
            return keys.sign(JWTClaimsSet.parse(claims));
        } catch (ParseException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private Map<String, Object> person(String tenantId, String audience, Employee employee) {
        var now = clock.instant().getEpochSecond();
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("aud", audience);
        claims.put("iss", issuer.of(tenantId));
        claims.put("iat", now);
        claims.put("nbf", now);
        claims.put("exp", now + LIFE.toSeconds());
        claims.put("oid", employee.oid());
        claims.put("sub", pairwise(employee, audience));
        claims.put("tid", tenantId);
        claims.put("uti", UUID.randomUUID().toString().substring(0, 22));
        claims.put("ver", "2.0");
        if (!employee.roles().isEmpty()) {
            claims.put("roles", employee.roles());
        }
        return claims;
    }

    private static void putContexts(Map<String, Object> claims, Set<String> asked, Set<String> met) {
        var both = asked.stream().filter(met::contains).sorted().toList();
        if (!both.isEmpty()) {
            claims.put("acrs", both);
        }
    }

    private void putGroups(Map<String, Object> claims, Employee employee) {
        if (employee.groups().size() > MOST_GROUPS) {
            var endpoint = issuer.root() + "/v1.0/users/" + employee.oid() + "/getMemberObjects";
            claims.put("_claim_names", Map.of("groups", "src1"));
            claims.put("_claim_sources", Map.of("src1", Map.of("endpoint", endpoint)));
        } else if (!employee.groups().isEmpty()) {
            claims.put("groups", List.copyOf(employee.groups()));
        }
    }

    /** The same for one app, different between apps. */
    private static String pairwise(Employee employee, String appId) {
        return base64(sha256(employee.oid() + "|" + appId));
    }

    private static String loginHint(Employee employee) {
        return "O." + base64(employee.preferredUsername().getBytes(UTF_8));
    }

    static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
