package sandbox.oidc;

import static org.assertj.core.api.Assertions.assertThat;
import static sandbox.doors.Doors.EMPLOYEES;

import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import sandbox.doors.Answer;
import sandbox.doors.Doors;
import tools.jackson.databind.JsonNode;

/** An employee signs in, and everything that can go wrong on the way. */
class EmployeeSignInTest {

    private static final String APP = "a0000000-0000-4000-8000-000000000011";
    private static final String BACK = "http://127.0.0.1:8080/login/oauth2/code/employees";
    static final String VERIFIER = "a-verifier-that-is-long-enough-to-be-one-of-rfc-7636";
    static final String DOOR = "/" + EMPLOYEES + "/oauth2/v2.0";

    @BeforeEach
    void startOver() {
        Doors.startOver();
    }

    @Test
    void theDiscoveryNamesTheIssuerExactly() {
        var discovery = json(Doors.get("/" + EMPLOYEES + "/v2.0/.well-known/openid-configuration"));
        assertThat(discovery.path("issuer").asString()).isEqualTo(Doors.root() + "/" + EMPLOYEES + "/v2.0");
        assertThat(json(Doors.get("/" + EMPLOYEES + "/discovery/v2.0/keys"))
                        .path("keys")
                        .size())
                .isEqualTo(2);
    }

    @Test
    void anUnknownTenantHasNoDiscovery() {
        var answer = Doors.get("/nobody.example/v2.0/.well-known/openid-configuration");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).contains("AADSTS90002");
    }

    @Test
    void kimSignsInAndTheTokenSaysWhoSheIs() throws Exception {
        var token = idToken(redeem(code(request()), VERIFIER));
        var keys =
                JWKSet.parse(Doors.get("/" + EMPLOYEES + "/discovery/v2.0/keys").body());
        var key = keys.getKeyByKeyId(token.getHeader().getKeyID());
        assertThat(token.verify(new RSASSAVerifier(key.toRSAKey()))).isTrue();
        var claims = token.getJWTClaimsSet();
        assertThat(claims.getIssuer()).isEqualTo(Doors.root() + "/" + EMPLOYEES + "/v2.0");
        assertThat(claims.getAudience()).containsExactly(APP);
        assertThat(claims.getStringClaim("tid")).isEqualTo(EMPLOYEES);
        assertThat(claims.getStringClaim("oid")).isEqualTo("e1000000-0000-4000-8000-000000000001");
        assertThat(claims.getStringClaim("preferred_username")).isEqualTo("kim@contoso.onmicrosoft.com");
        assertThat(claims.getStringListClaim("roles")).containsExactly("agent");
        assertThat(claims.getStringClaim("nonce")).isEqualTo("the-nonce");
        assertThat(claims.getStringClaim("sid")).isNotBlank();
        assertThat(claims.getClaim("auth_time")).isNotNull();
    }

    @Test
    void withoutANonceSentTheTokenCarriesNone() throws Exception {
        var request = request();
        request.remove("nonce");
        assertThat(idToken(redeem(code(request), VERIFIER)).getJWTClaimsSet().getClaim("nonce"))
                .isNull();
    }

    @Test
    void leeHasNoRoleAndNoRolesClaim() throws Exception {
        var token = idToken(redeem(code(request(), "lee"), VERIFIER));
        assertThat(token.getJWTClaimsSet().getClaim("roles")).isNull();
    }

    @Test
    void rolesChangeWhileTheSandboxRuns() throws Exception {
        Doors.control("PUT", "/employees/lee", "{\"roles\":[\"agent\",\"auditor\"]}");
        var token = idToken(redeem(code(request(), "lee"), VERIFIER));
        assertThat(token.getJWTClaimsSet().getStringListClaim("roles")).containsExactly("agent", "auditor");
    }

    @Test
    void tooManyGroupsBecomeAPointer() throws Exception {
        var groups = String.join(
                ",", IntStream.range(0, 201).mapToObj(i -> "\"g" + i + "\"").toList());
        Doors.control("PUT", "/employees/kim", "{\"groups\":[" + groups + "]}");
        var claims = idToken(redeem(code(request()), VERIFIER)).getJWTClaimsSet();
        assertThat(claims.getClaim("groups")).isNull();
        assertThat(claims.getJSONObjectClaim("_claim_names")).containsEntry("groups", "src1");
    }

    @Test
    void theAnswerCanComeAsAForm() {
        var request = request();
        request.put("response_mode", "form_post");
        var page = pick(request, "kim");
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body())
                .contains("action=\"" + BACK + "\"", "name=\"code\"", "name=\"state\" value=\"the-state\"");
    }

    @Test
    void whoIsSignedInIsNotAskedAgain() {
        var cookie = cookie(pick(request(), "kim"));
        var again = Doors.get(DOOR + "/authorize?" + query(request()), "Cookie", cookie);
        assertThat(again.status()).isEqualTo(302);
        assertThat(parameters(again)).containsKey("code");
    }

    @Test
    void promptLoginAsksAgainAllTheSame() {
        var cookie = cookie(pick(request(), "kim"));
        var answer = authorize(request("prompt", "login"), "Cookie", cookie);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).contains("Who are you today?");
    }

    @Test
    void promptNoneWithoutASessionIsRefusedToTheApp() {
        var parameters = parameters(authorize(request("prompt", "none")));
        assertThat(parameters).containsEntry("error", "login_required").containsEntry("state", "the-state");
        assertThat(parameters.get("error_description")).startsWith("AADSTS50058:");
    }

    @Test
    void cancellingTellsTheAppSo() {
        var parameters = parameters(pick(request(), "cancel"));
        assertThat(parameters).containsEntry("error", "access_denied").containsEntry("error_subcode", "cancel");
    }

    @Test
    void aDisabledEmployeeStaysOutside() {
        Doors.control("PUT", "/employees/kim", "{\"enabled\":false}");
        var answer = pick(request(), "kim");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).contains("AADSTS50057");
    }

    @Test
    void aPortOfThisMachineIsFreeButNothingElseOfTheAddress() {
        var otherPort = "http://localhost:9191/login/oauth2/code/employees";
        assertThat(authorize(request("redirect_uri", otherPort)).body()).contains("Who are you today?");
        for (var wrong : new String[] {
            "http://evil.example/login/oauth2/code/employees",
            "https://127.0.0.1:8080/login/oauth2/code/employees",
            BACK + "/more",
            BACK + "?more=1",
            "http://127.0.0.1:8080@evil.example/login/oauth2/code/employees",
            ""
        }) {
            var answer = authorize(request("redirect_uri", wrong));
            assertThat(answer.status()).as(wrong).isEqualTo(400);
            assertThat(answer.body()).as(wrong).contains("AADSTS50011");
        }
    }

    @Test
    void anUnknownAppIsToldOnThePage() {
        var answer = authorize(request("client_id", "a0000000-0000-4000-8000-00000000ffff"));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).contains("AADSTS700016");
    }

    @Test
    void wrongParametersAreToldToTheApp() {
        assertThat(parameters(authorize(request("response_type", "token"))))
                .containsEntry("error", "unsupported_response_type");
        assertThat(parameters(authorize(request("scope", "profile")))).containsEntry("error", "invalid_scope");
        assertThat(parameters(authorize(request("response_mode", "fragment"))))
                .containsEntry("error", "invalid_request");
        assertThat(parameters(authorize(request("prompt", "maybe")))).containsEntry("error", "invalid_request");
        assertThat(parameters(authorize(request("max_age", "soon")))).containsEntry("error", "invalid_request");
        assertThat(parameters(authorize(request("code_challenge_method", "plain"))))
                .containsEntry("error", "invalid_request");
        assertThat(parameters(authorize(request("code_challenge", "short")))).containsEntry("error", "invalid_request");
    }

    @Test
    void aWrongVerifierGetsNoToken() {
        assertRefused(redeem(code(request()), VERIFIER + "x"), "invalid_grant", 501481);
    }

    @Test
    void aMissingVerifierGetsNoToken() {
        assertRefused(redeem(code(request()), null), "invalid_request", 900144);
    }

    @Test
    void aCodeWorksOnce() {
        var code = code(request());
        assertThat(redeem(code, VERIFIER).status()).isEqualTo(200);
        assertRefused(redeem(code, VERIFIER), "invalid_grant", 54005);
    }

    @Test
    void aMadeUpCodeGetsNoToken() {
        assertRefused(redeem("1.made-up", VERIFIER), "invalid_grant", 9002313);
    }

    @Test
    void aCodeIsGoneAfterTenMinutes() {
        var code = code(request());
        Doors.control("POST", "/clock", "{\"advanceSeconds\":601}");
        assertRefused(redeem(code, VERIFIER), "invalid_grant", 70008);
    }

    @Test
    void theTokenIsFetchedForTheSameAddress() {
        var fields = fields(code(request()), VERIFIER);
        fields.put("redirect_uri", BACK.replace("8080", "8081"));
        assertRefused(Doors.form(DOOR + "/token", fields), "invalid_client", 500112);
    }

    @Test
    void theAppShowsItsSecret() {
        var fields = fields(code(request()), VERIFIER);
        fields.put("client_secret", "wrong");
        assertThat(Doors.form(DOOR + "/token", fields).status()).isEqualTo(401);
    }

    @Test
    void userInfoNamesTheEmployeeAndRefusesOtherTokens() {
        var access =
                json(redeem(code(request()), VERIFIER)).path("access_token").asString();
        var info = Doors.get("/oidc/userinfo", "Authorization", "Bearer " + access);
        assertThat(json(info).path("name").asString()).isEqualTo("Kim Andersen");
        assertThat(Doors.get("/oidc/userinfo", "Authorization", "Bearer nonsense")
                        .status())
                .isEqualTo(401);
        assertThat(Doors.get("/oidc/userinfo").status()).isEqualTo(401);
    }

    @Test
    void signingOutEndsTheSessionAndGoesBack() {
        var cookie = cookie(pick(request(), "kim"));
        var out =
                Doors.get(DOOR + "/logout?post_logout_redirect_uri=http://127.0.0.1:8080/signed-out", "Cookie", cookie);
        assertThat(out.status()).isEqualTo(302);
        assertThat(location(out)).isEqualTo("http://127.0.0.1:8080/signed-out");
        assertThat(authorize(request(), "Cookie", cookie).body()).contains("Who are you today?");
    }

    @Test
    void signingOutReachesTheOtherApps() {
        var cookie = cookie(pick(request(), "kim"));
        authorize(request("redirect_uri", BACK.replace("8080", "8181")), "Cookie", cookie);
        var out =
                Doors.get(DOOR + "/logout?post_logout_redirect_uri=http://127.0.0.1:8080/signed-out", "Cookie", cookie);
        assertThat(out.body())
                .contains("http://127.0.0.1:8181/logout/front-channel?")
                .contains("sid=");
    }

    @Test
    void somebodyTakenOnSignsInWithTheirRole() throws Exception {
        var hired =
                Doors.control("POST", "/employees", "{\"key\":\"ann\",\"name\":\"Ann Berg\",\"roles\":[\"agent\"]}");
        assertThat(hired.status()).isEqualTo(201);

        var token = json(Doors.control("POST", "/employee-token", "{\"employee\":\"ann\"}"));
        var claims = SignedJWT.parse(token.path("access_token").asString()).getJWTClaimsSet();
        assertThat(claims.getStringClaim("name")).isEqualTo("Ann Berg");
        assertThat(claims.getStringListClaim("roles")).containsExactly("agent");
        assertThat(claims.getStringClaim("oid"))
                .isEqualTo(json(hired).path("oid").asString());
    }

    @Test
    void nobodyIsTakenOnTwiceOrWithoutAKey() {
        assertThat(Doors.control("POST", "/employees", "{\"key\":\"kim\"}").status())
                .isEqualTo(409);
        assertThat(Doors.control("POST", "/employees", "{}").status()).isEqualTo(400);
        assertThat(Doors.control("POST", "/employees", "{\"key\":\"Ann Berg\"}").status())
                .isEqualTo(400);
    }

    @Test
    void signingOutNeverGoesToAStranger() {
        var out = Doors.get(DOOR + "/logout?post_logout_redirect_uri=http://evil.example/");
        assertThat(out.status()).isEqualTo(200);
        assertThat(out.body()).doesNotContain("evil.example");
    }

    @Test
    void aProgramGetsATokenForTheApiWithoutABrowser() throws Exception {
        var answer = json(Doors.control("POST", "/employee-token", "{\"employee\":\"robin\"}"));
        var claims = SignedJWT.parse(answer.path("access_token").asString()).getJWTClaimsSet();
        assertThat(claims.getAudience()).containsExactly(APP);
        assertThat(claims.getStringListClaim("roles")).containsExactly("supervisor");
        assertThat(Doors.control("POST", "/employee-token", "{\"employee\":\"nobody\"}")
                        .status())
                .isEqualTo(400);
        assertThat(Doors.control("PUT", "/employees/nobody", "{}").status()).isEqualTo(404);
    }

    static Map<String, String> request() {
        Map<String, String> request = new LinkedHashMap<>();
        request.put("client_id", APP);
        request.put("redirect_uri", BACK);
        request.put("response_type", "code");
        request.put("scope", "openid profile email");
        request.put("state", "the-state");
        request.put("nonce", "the-nonce");
        request.put("code_challenge", EmployeeTokens.base64(EmployeeTokens.sha256(VERIFIER)));
        request.put("code_challenge_method", "S256");
        return request;
    }

    static Map<String, String> request(String name, String value) {
        var request = request();
        request.put(name, value);
        return request;
    }

    static Answer authorize(Map<String, String> request, String... headers) {
        return Doors.get(DOOR + "/authorize?" + query(request), headers);
    }

    static Answer pick(Map<String, String> request, String employee) {
        var form = new HashMap<>(request);
        form.put("employee", employee);
        return Doors.form("/" + EMPLOYEES + "/login", form);
    }

    static String code(Map<String, String> request) {
        return code(request, "kim");
    }

    static String code(Map<String, String> request, String employee) {
        return parameters(pick(request, employee)).getOrDefault("code", "");
    }

    static Map<String, String> fields(String code, @Nullable String verifier) {
        Map<String, String> fields = new HashMap<>();
        fields.put("grant_type", "authorization_code");
        fields.put("client_id", APP);
        fields.put("client_secret", "sandbox-signin-secret");
        fields.put("redirect_uri", BACK);
        fields.put("code", code);
        if (verifier != null) {
            fields.put("code_verifier", verifier);
        }
        return fields;
    }

    static Answer redeem(String code, @Nullable String verifier) {
        return Doors.form(DOOR + "/token", fields(code, verifier));
    }

    static void assertRefused(Answer answer, String error, int code) {
        assertThat(answer.status()).isEqualTo(400);
        assertThat(json(answer).path("error").asString()).isEqualTo(error);
        assertThat(json(answer).path("error_codes").get(0).asInt()).isEqualTo(code);
    }

    static SignedJWT idToken(Answer answer) throws ParseException {
        return SignedJWT.parse(json(answer).path("id_token").asString());
    }

    static JsonNode json(Answer answer) {
        return answer.json();
    }

    static String location(Answer answer) {
        return answer.header("Location");
    }

    static String cookie(Answer answer) {
        return answer.header("Set-Cookie").split(";")[0];
    }

    static Map<String, String> parameters(Answer answer) {
        Map<String, String> parameters = new HashMap<>();
        for (var pair : URI.create(location(answer)).getRawQuery().split("&")) {
            var parts = pair.split("=", 2);
            parameters.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
        }
        return parameters;
    }

    static String query(Map<String, String> request) {
        return FormEncoding.of(request);
    }
}
