package sandbox.oidc;

import static org.assertj.core.api.Assertions.assertThat;
import static sandbox.oidc.EmployeeSignInTest.VERIFIER;
import static sandbox.oidc.EmployeeSignInTest.authorize;
import static sandbox.oidc.EmployeeSignInTest.code;
import static sandbox.oidc.EmployeeSignInTest.cookie;
import static sandbox.oidc.EmployeeSignInTest.idToken;
import static sandbox.oidc.EmployeeSignInTest.json;
import static sandbox.oidc.EmployeeSignInTest.parameters;
import static sandbox.oidc.EmployeeSignInTest.pick;
import static sandbox.oidc.EmployeeSignInTest.redeem;
import static sandbox.oidc.EmployeeSignInTest.request;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import sandbox.doors.Doors;

/** An app wants a sign-in that is fresh, or stronger than the one there is. */
class StepUpTest {

    private static final String C1 = "{\"id_token\":{\"acrs\":{\"essential\":true,\"value\":\"c1\"}}}";
    private static final String C9 = "{\"id_token\":{\"acrs\":{\"essential\":true,\"value\":\"c9\"}}}";
    private static final String ASKED = "Who are you today?";

    @BeforeEach
    void startOver() {
        Doors.startOver();
    }

    @Test
    void anOldSignInIsAskedAgainAndAFreshOneIsNot() {
        var cookie = cookie(pick(request(), "kim"));
        Doors.control("POST", "/clock", "{\"advanceSeconds\":300}");
        assertThat(authorize(request("max_age", "301"), "Cookie", cookie).status())
                .isEqualTo(302);
        assertThat(authorize(request("max_age", "300"), "Cookie", cookie).body())
                .contains(ASKED);
        assertThat(authorize(request("max_age", "0"), "Cookie", cookie).body()).contains(ASKED);
        var silent = request("max_age", "300");
        silent.put("prompt", "none");
        assertThat(parameters(authorize(silent, "Cookie", cookie))).containsEntry("error", "login_required");
    }

    @Test
    void theTokenTellsWhenTheEmployeeSignedInAndNotWhenItWasMade() throws Exception {
        var cookie = cookie(pick(request(), "kim"));
        var then = claims(authorizedCode(request(), cookie)).getDateClaim("auth_time");
        Doors.control("POST", "/clock", "{\"advanceSeconds\":600}");
        var later = claims(authorizedCode(request(), cookie));
        assertThat(later.getDateClaim("auth_time")).isEqualTo(then);
        assertThat(later.getIssueTime()).isAfter(then);
    }

    @Test
    void aContextIsAskedForOnceAndNamedOnlyWhereItWasAskedFor() throws Exception {
        var plain = cookie(pick(request(), "kim"));
        assertThat(authorize(request("claims", C1), "Cookie", plain).body()).contains("authentication context", "c1");
        var silent = request("claims", C1);
        silent.put("prompt", "none");
        assertThat(parameters(authorize(silent, "Cookie", plain))).containsEntry("error", "interaction_required");

        var picked = pick(request("claims", C1), "kim");
        assertThat(claims(parameters(picked).get("code")).getStringListClaim("acrs"))
                .containsExactly("c1");
        var strong = cookie(picked);
        assertThat(authorize(request("claims", C1), "Cookie", strong).status()).isEqualTo(302);
        assertThat(claims(authorizedCode(request(), strong)).getClaim("acrs")).isNull();
    }

    @Test
    void aContextForTheAccessTokenIsNotInTheIdToken() throws Exception {
        var asked = C1.replace("id_token", "access_token");
        var tokens = json(redeem(code(request("claims", asked)), VERIFIER));
        assertThat(SignedJWT.parse(tokens.path("id_token").asString())
                        .getJWTClaimsSet()
                        .getClaim("acrs"))
                .isNull();
        assertThat(SignedJWT.parse(tokens.path("access_token").asString())
                        .getJWTClaimsSet()
                        .getStringListClaim("acrs"))
                .containsExactly("c1");
    }

    @Test
    void aContextWithoutARuleIsPassedOverInSilence() throws Exception {
        var cookie = cookie(pick(request(), "kim"));
        assertThat(claims(authorizedCode(request("claims", C9), cookie)).getClaim("acrs"))
                .isNull();
    }

    @Test
    void claimsThatAreNoneAreToldToTheApp() {
        for (var wrong : new String[] {"c1", "[]", "{", C1.replace("c1", "C1"), C1.replace("c1", "c99")}) {
            assertThat(parameters(authorize(request("claims", wrong))))
                    .as(wrong)
                    .containsEntry("error", "invalid_request");
        }
    }

    @Test
    void aProgramsTokenTellsTheSameWhereItIsConfigured() throws Exception {
        var fresh = token("{\"employee\":\"kim\"}");
        var old = token("{\"employee\":\"kim\",\"age\":1200,\"acrs\":[\"c1\"]}");
        assertThat(fresh.getClaim("acrs")).isNull();
        assertThat(old.getDateClaim("auth_time").toInstant())
                .isEqualTo(old.getIssueTime().toInstant().minusSeconds(1200));
        assertThat(old.getStringListClaim("acrs")).containsExactly("c1");
        assertThat(token("{\"employee\":\"kim\",\"age\":-1}").getClaim("auth_time"))
                .isNull();
    }

    private static JWTClaimsSet token(String wish) throws Exception {
        var answer = json(Doors.control("POST", "/employee-token", wish));
        return SignedJWT.parse(answer.path("access_token").asString()).getJWTClaimsSet();
    }

    private static String authorizedCode(java.util.Map<String, String> request, String cookie) {
        return parameters(authorize(request, "Cookie", cookie)).get("code");
    }

    private static JWTClaimsSet claims(String code) throws Exception {
        return idToken(redeem(code, VERIFIER)).getJWTClaimsSet();
    }
}
