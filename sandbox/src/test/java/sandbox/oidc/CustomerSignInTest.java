package sandbox.oidc;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import sandbox.doors.Answer;
import sandbox.doors.Doors;
import tools.jackson.databind.JsonNode;

/** A customer signs in by a user flow of B2C, and what the flow refuses. */
class CustomerSignInTest {

    private static final String TENANT = "b2c00000-0000-4000-8000-000000000001";
    private static final String FLOW = "/contosocustomers.onmicrosoft.com/B2C_1_verify";
    private static final String OTHER_FLOW = "/contosocustomers.onmicrosoft.com/B2C_1_sign_up_or_in";
    private static final String APP = "a0000000-0000-4000-8000-000000000008";
    private static final String BACK = "http://127.0.0.1:8081/verify/contoso/back";
    private static final String VERIFIER = "a-verifier-that-is-long-enough-to-be-one-of-rfc-7636";

    @BeforeEach
    void startOver() {
        Doors.startOver();
    }

    @Test
    void theFlowsAddressesNameItAndItsIssuerDoesNot() {
        var published =
                Doors.get(FLOW + "/v2.0/.well-known/openid-configuration").json();
        assertThat(published.path("issuer").asString()).isEqualTo(Doors.root() + "/" + TENANT + "/v2.0/");
        assertThat(published.path("token_endpoint").asString()).contains("/b2c_1_verify/");
    }

    @Test
    void aFlowThatNobodyMadeIsNotThere() {
        assertThat(Doors.get("/contosocustomers.onmicrosoft.com/B2C_1_none/v2.0/.well-known/openid-configuration")
                        .status())
                .isEqualTo(404);
        assertThat(Doors.get("/contoso.onmicrosoft.com/B2C_1_verify/v2.0/.well-known/openid-configuration")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void whoeverIsPickedIsWhomTheTokenNames() throws Exception {
        var claims = claims(redeemed(code("customer", jan().path("userId").asString()), FLOW));
        assertThat(claims.getIssuer()).isEqualTo(Doors.root() + "/" + TENANT + "/v2.0/");
        assertThat(claims.getAudience()).containsExactly(APP);
        assertThat(claims.getStringClaim("oid")).isEqualTo(jan().path("userId").asString());
        assertThat(claims.getSubject()).isEqualTo(jan().path("userId").asString());
        assertThat(claims.getStringClaim("tfp")).isEqualTo("B2C_1_verify");
        assertThat(claims.getStringClaim("nonce")).isEqualTo("the-nonce");
        assertThat(claims.getStringListClaim("emails"))
                .containsExactly(jan().path("signInNames").path(0).asString());
    }

    @Test
    void aTypedSignInNameDoesTheSame() throws Exception {
        var name = jan().path("signInNames").path(0).asString();
        var claims = claims(redeemed(code("name", name), FLOW));
        assertThat(claims.getStringClaim("oid")).isEqualTo(jan().path("userId").asString());
    }

    @Test
    void aNameOfNobodyAndABlockedAccountStayOnThePage() {
        assertThat(login("name", "nobody@example.com").body()).contains("find your account");
        var maria = person("maria-blocked").path("userId").asString();
        assertThat(login("customer", maria).body()).contains("has been locked");
    }

    @Test
    void whoGoesBackIsToldInB2CsWords() {
        var back = query(login("customer", "cancel").header("Location"));
        assertThat(back).containsEntry("error", "access_denied");
        assertThat(back.get("error_description")).startsWith("AADB2C90091");
        assertThat(back).containsEntry("state", "the-state");
    }

    @Test
    void aCodeOfOneFlowIsNothingToAnother() {
        var code = code("customer", jan().path("userId").asString());
        assertThat(redeemed(code, OTHER_FLOW).path("error").asString()).isEqualTo("invalid_grant");
    }

    @Test
    void aCodeIsNothingToTheEmployeesEndpointOfTheTenant() {
        var code = code("customer", jan().path("userId").asString());
        assertThat(redeemed(code, "/contosocustomers.onmicrosoft.com")
                        .path("error")
                        .asString())
                .isEqualTo("invalid_grant");
    }

    @Test
    void anAddressThatIsNotRegisteredGetsNoCode() {
        var request = request();
        request.put("redirect_uri", "http://127.0.0.1:8081/elsewhere");
        assertThat(Doors.get(FLOW + "/oauth2/v2.0/authorize?" + Doors.query(request))
                        .status())
                .isEqualTo(400);
    }

    private static String code(String field, String who) {
        return query(login(field, who).header("Location")).get("code");
    }

    private static Answer login(String field, String who) {
        var request = request();
        request.put(field, who);
        return Doors.form(FLOW + "/login", request);
    }

    private static JsonNode redeemed(String code, String flow) {
        return Doors.form(
                        flow + "/oauth2/v2.0/token",
                        Map.of(
                                "grant_type", "authorization_code",
                                "client_id", APP,
                                "client_secret", "sandbox-verify-secret",
                                "code", code,
                                "redirect_uri", BACK,
                                "code_verifier", VERIFIER))
                .json();
    }

    private static JWTClaimsSet claims(JsonNode answer) throws Exception {
        var token = SignedJWT.parse(answer.path("id_token").asString());
        var keys = JWKSet.parse(Doors.get(FLOW + "/discovery/v2.0/keys").body());
        var key = keys.getKeyByKeyId(token.getHeader().getKeyID()).toRSAKey();
        assertThat(token.verify(new RSASSAVerifier(key))).isTrue();
        return token.getJWTClaimsSet();
    }

    private static Map<String, String> request() {
        var request = new LinkedHashMap<String, String>();
        request.put("client_id", APP);
        request.put("redirect_uri", BACK);
        request.put("response_type", "code");
        request.put("scope", "openid profile");
        request.put("state", "the-state");
        request.put("nonce", "the-nonce");
        request.put("code_challenge", EmployeeTokens.base64(EmployeeTokens.sha256(VERIFIER)));
        request.put("code_challenge_method", "S256");
        return request;
    }

    private static JsonNode jan() {
        return person("jan-ordinary");
    }

    private static JsonNode person(String key) {
        return Doors.get("/sandbox/api/people")
                .json()
                .path("people")
                .valueStream()
                .filter(person -> person.path("key").asString().equals(key))
                .findFirst()
                .orElseThrow();
    }

    private static Map<String, String> query(String address) {
        return Arrays.stream(URI.create(address).getRawQuery().split("&"))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
    }
}
