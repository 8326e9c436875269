package sandbox.oidc;

import com.nimbusds.jwt.JWTClaimsSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RestController;
import sandbox.clock.SandboxClock;
import sandbox.token.SigningKeys;

/** What Graph's user info says of the employee whose token it gets: never roles, never groups. */
@RestController
class UserInfo {

    private static final List<String> SAID = List.of("sub", "name", "preferred_username");

    private final SigningKeys keys;
    private final SandboxClock clock;

    UserInfo(SigningKeys keys, SandboxClock clock) {
        this.keys = keys;
        this.clock = clock;
    }

    @RequestMapping(
            path = "/oidc/userinfo",
            method = {RequestMethod.GET, RequestMethod.POST})
    ResponseEntity<Map<String, Object>> userInfo(
            @RequestHeader(name = HttpHeaders.AUTHORIZATION, defaultValue = "") String authorization) {
        return claims(authorization)
                .map(claims -> ResponseEntity.ok(said(claims)))
                .orElseGet(() -> ResponseEntity.status(401)
                        .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer error=\"invalid_token\"")
                        .build());
    }

    private Optional<JWTClaimsSet> claims(String authorization) {
        return authorization.startsWith("Bearer ")
                ? keys.verified(authorization.substring("Bearer ".length())).filter(this::isForUserInfo)
                : Optional.empty();
    }

    private boolean isForUserInfo(JWTClaimsSet claims) {
        return claims.getAudience().contains(EmployeeTokens.GRAPH)
                && claims.getExpirationTime().toInstant().isAfter(clock.instant());
    }

    private static Map<String, Object> said(JWTClaimsSet claims) {
        Map<String, Object> said = new LinkedHashMap<>();
        SAID.forEach(claim -> said.put(claim, claims.getClaim(claim)));
        said.put("email", claims.getClaim("preferred_username"));
        return said;
    }
}
