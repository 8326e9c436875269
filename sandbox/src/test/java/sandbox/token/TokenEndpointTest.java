package sandbox.token;

import static org.assertj.core.api.Assertions.assertThat;
import static sandbox.StartedSandbox.CUSTOMERS;
import static sandbox.StartedSandbox.EMPLOYEES;

import com.nimbusds.jwt.SignedJWT;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sandbox.Answer;
import sandbox.StartedSandbox;

/** Facts §2. */
class TokenEndpointTest {

    private static final String PORTAL = "a0000000-0000-4000-8000-000000000001";
    private static final String GRAPH = "https://graph.microsoft.com/.default";

    private final Map<String, String> form = new HashMap<>(Map.of(
            "grant_type",
            "client_credentials",
            "client_id",
            PORTAL,
            "client_secret",
            "sandbox-portal-secret",
            "scope",
            GRAPH));

    @BeforeEach
    void reset() {
        StartedSandbox.reset();
    }

    @Test
    void anApplicationWithItsSecretGetsATokenWithItsPermissionsAndRoles() throws ParseException {
        var answer = ask(CUSTOMERS);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().path("token_type").asString()).isEqualTo("Bearer");
        assertThat(answer.json().path("expires_in").asInt()).isEqualTo(3599);
        var claims =
                SignedJWT.parse(answer.json().path("access_token").asString()).getJWTClaimsSet();
        assertThat(claims.getStringListClaim("roles")).contains("User.Read.All", "User-PasswordProfile.ReadWrite.All");
        assertThat(claims.getStringListClaim("wids")).containsExactly("fe930be7-5e62-47db-91af-98c3a49a38b1");
        assertThat(claims.getStringClaim("tid")).isEqualTo(CUSTOMERS);
        assertThat(claims.getStringClaim("appid")).isEqualTo(PORTAL);
        assertThat(claims.getStringClaim("idtyp")).isEqualTo("app");
        assertThat(claims.getIssuer()).isEqualTo("https://sts.windows.net/" + CUSTOMERS + "/");
        assertThat(claims.getAudience()).containsExactly("https://graph.microsoft.com");
    }

    @Test
    void theTenantMayBeNamedByItsDomain() {
        assertThat(ask("contosocustomers.onmicrosoft.com").status()).isEqualTo(200);
    }

    @Test
    void idAndSecretMayComeByBasicAuthentication() {
        form.remove("client_id");
        form.remove("client_secret");
        var pair = Base64.getEncoder()
                .encodeToString((PORTAL + ":sandbox-portal-secret").getBytes(StandardCharsets.UTF_8));

        var answer = StartedSandbox.form(path(CUSTOMERS), form, "Authorization", "Basic " + pair);

        assertThat(answer.status()).isEqualTo(200);
    }

    @Test
    void withoutConsentThereIsATokenButNoRolesClaim() throws ParseException {
        form.put("client_id", "a0000000-0000-4000-8000-000000000004");
        form.put("client_secret", "sandbox-noconsent-secret");

        var claims = SignedJWT.parse(ask(CUSTOMERS).json().path("access_token").asString())
                .getJWTClaimsSet();

        assertThat(claims.getClaim("roles")).isNull();
    }

    @Test
    void theDataverseReaderGetsATokenForTheAddressOfDataverse() throws ParseException {
        form.put("client_id", "a0000000-0000-4000-8000-000000000012");
        form.put("client_secret", "sandbox-dataverse-secret");
        form.put("scope", StartedSandbox.root() + "/.default");

        var claims = SignedJWT.parse(ask(EMPLOYEES).json().path("access_token").asString())
                .getJWTClaimsSet();

        assertThat(claims.getAudience()).isEqualTo(List.of(StartedSandbox.root()));
    }

    @ParameterizedTest
    @CsvSource({
        "client_secret, wrong,                                 401, invalid_client,         7000215",
        "client_secret, sandbox-portal-secret-expired,         401, invalid_client,         7000222",
        "client_secret, '',                                    401, invalid_client,         7000218",
        "client_id,     a0000000-0000-4000-8000-00000000ffff,  400, unauthorized_client,    700016",
        "client_id,     a0000000-0000-4000-8000-000000000011,  400, unauthorized_client,    700016",
        "client_id,     '',                                    400, invalid_request,        900144",
        "scope,         '',                                    400, invalid_request,        900144",
        "scope,         a b,                                   400, invalid_scope,          70011",
        "scope,         https://graph.microsoft.com/User.Read, 400, invalid_scope,          1002012",
        "scope,         https://elsewhere.example/.default,    400, invalid_resource,       500011",
        "grant_type,    '',                                    400, invalid_request,        900144",
        "grant_type,    password_of_my_dog,                    400, unsupported_grant_type, 70003"
    })
    void aWrongFieldIsRefusedByItsOwnCode(String field, String value, int status, String error, int code) {
        form.put(field, value);

        assertRefused(ask(CUSTOMERS), status, error, code);
    }

    @ParameterizedTest
    @CsvSource({
        "00000000-0000-4000-8000-000000000000, 90002",
        "unknown.onmicrosoft.com,              90002",
        "not_a_tenant,                         900023"
    })
    void anUnknownTenantIsRefused(String tenant, int code) {
        assertRefused(ask(tenant), 400, "invalid_request", code);
    }

    @Test
    void aBodyThatIsNoFormLacksItsFields() {
        var answer = StartedSandbox.send("POST", path(CUSTOMERS), "{}", "Content-Type", "application/json");

        assertRefused(answer, 400, "invalid_request", 900144);
    }

    @Test
    void aThrottledEndpointSpeaksPlainText() {
        StartedSandbox.control(
                "POST",
                "/faults",
                "{\"kind\":\"token\",\"action\":\"status\",\"status\":429,\"retryAfter\":\"60\",\"count\":1}");

        var answer = ask(CUSTOMERS);

        assertThat(answer.status()).isEqualTo(429);
        assertThat(answer.text()).isEqualTo("Too Many Requests");
        assertThat(answer.header("Retry-After")).contains("60");
    }

    @Test
    void neitherSecretNorTokenStandsInTheJournal() {
        ask(CUSTOMERS);

        var journal = StartedSandbox.get("/sandbox/api/journal?kind=token");

        assertThat(journal.text()).contains(PORTAL).doesNotContain("sandbox-portal-secret");
    }

    private Answer ask(String tenant) {
        return StartedSandbox.form(path(tenant), form);
    }

    private static void assertRefused(Answer answer, int status, String error, int code) {
        var json = answer.json();
        assertThat(answer.status()).isEqualTo(status);
        assertThat(json.path("error").asString()).isEqualTo(error);
        assertThat(json.path("error_codes").path(0).asInt()).isEqualTo(code);
        assertThat(json.path("error_description").asString()).startsWith("AADSTS" + code + ": ");
        assertThat(json.path("error_uri").asString()).endsWith("code=" + code);
        assertThat(json.path("trace_id").asString()).isNotEmpty();
        assertThat(json.path("correlation_id").asString()).isNotEmpty();
    }

    private static String path(String tenant) {
        return "/" + tenant + "/oauth2/v2.0/token";
    }
}
