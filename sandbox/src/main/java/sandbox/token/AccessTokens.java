package sandbox.token;

import com.nimbusds.jwt.JWTClaimsSet;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import sandbox.clock.SandboxClock;
import sandbox.tenants.Application;

/** Issues and reads the tokens that applications get for themselves; they live by the sandbox's clock. */
@Component
public class AccessTokens {

    /** How long a token lives; what Entra answers as {@code expires_in} (facts §2). */
    public static final Duration LIFE = Duration.ofSeconds(3599);

    // Entra dates tokens back by five minutes, against clocks that go wrong.
    private static final Duration DATED_BACK = Duration.ofMinutes(5);
    private static final int REMEMBERED = 2_000;

    private final SigningKeys keys;
    private final SandboxClock clock;
    private final Map<String, AccessToken> read = new ConcurrentHashMap<>();

    AccessTokens(SigningKeys keys, SandboxClock clock) {
        this.keys = keys;
        this.clock = clock;
    }

    /** A token for the resource; without any permission the claim {@code roles} is absent (facts §2). */
    String issue(Application application, String audience) {
        var now = clock.instant();
        var claims = new JWTClaimsSet.Builder()
                .audience(audience)
                .issuer("https://sts.windows.net/" + application.tenantId() + "/")
                .issueTime(Date.from(now.minus(DATED_BACK)))
                .notBeforeTime(Date.from(now.minus(DATED_BACK)))
                .expirationTime(Date.from(now.plus(LIFE)))
                .claim("appid", application.appId())
                .claim("appidacr", "1")
                .claim("app_displayname", application.displayName())
                .claim("idtyp", "app")
                .claim("oid", application.servicePrincipalId())
                .subject(application.servicePrincipalId())
                .claim("tid", application.tenantId())
                .claim("uti", UUID.randomUUID().toString().replace("-", "").substring(0, 22))
                .claim("ver", "1.0");
        addUnlessEmpty(claims, "roles", application.permissions());
        addUnlessEmpty(claims, "wids", application.directoryRoles());
        return keys.sign(claims.build());
    }

    /** What the token says; empty when it is none of ours. Whether it has expired is for the caller to ask. */
    public Optional<AccessToken> read(String token) {
        var known = read.get(token);
        if (known != null) {
            return Optional.of(known);
        }
        var fresh = keys.verified(token).flatMap(AccessTokens::parsed);
        fresh.ifPresent(this::forgetWhenFull);
        fresh.ifPresent(said -> read.put(token, said));
        return fresh;
    }

    private void forgetWhenFull(AccessToken any) {
        if (read.size() >= REMEMBERED) {
            read.clear();
        }
    }

    private static Optional<AccessToken> parsed(JWTClaimsSet claims) {
        try {
            var tenant = claims.getStringClaim("tid");
            var app = claims.getStringClaim("appid");
            var principal = claims.getStringClaim("oid");
            if (tenant == null
                    || app == null
                    || principal == null
                    || claims.getAudience().isEmpty()) {
                return Optional.empty();
            }
            return Optional.of(new AccessToken(
                    tenant,
                    app,
                    principal,
                    claims.getAudience().getFirst(),
                    set(claims.getStringListClaim("roles")),
                    set(claims.getStringListClaim("wids")),
                    instant(claims.getNotBeforeTime()),
                    instant(claims.getExpirationTime())));
        } catch (ParseException otherShape) {
            return Optional.empty();
        }
    }

    private static Set<String> set(@Nullable List<String> claim) {
        return claim == null ? Set.of() : Set.copyOf(claim);
    }

    private static Instant instant(@Nullable Date claim) {
        return claim == null ? Instant.EPOCH : claim.toInstant();
    }

    private static void addUnlessEmpty(JWTClaimsSet.Builder claims, String name, Set<String> values) {
        if (!values.isEmpty()) {
            claims.claim(name, values.stream().sorted().toList());
        }
    }
}
