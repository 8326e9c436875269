package sandbox.graph;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import sandbox.Answer;
import sandbox.Customers;
import sandbox.GraphClient;
import sandbox.StartedSandbox;

/** What all calls of Graph have in common: facts §3. */
class GraphDoorTest {

    private GraphClient portal;

    @BeforeEach
    void reset() {
        StartedSandbox.reset();
        portal = GraphClient.portal();
    }

    @Test
    void withoutATokenTheDoorStaysClosed() {
        assertUnauthorized(StartedSandbox.get("/v1.0/users"), "Access token is empty.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"garbage", "a.b.c", "eyJhbGciOiJub25lIn0.eyJ0aWQiOiJ4In0."})
    void aTokenOfNobodyIsRefused(String token) {
        assertUnauthorized(
                GraphClient.withToken(token).get("/users"),
                "CompactToken validation failed with reason code: 80049228.");
    }

    @Test
    void anExpiredTokenIsRefused() {
        StartedSandbox.control("POST", "/clock", "{\"advanceSeconds\":3700}");

        assertUnauthorized(portal.get("/users"), "Lifetime validation failed, the token is expired.");
    }

    @Test
    void aTokenForSomethingElseIsRefused() {
        var answer = StartedSandbox.form(
                "/" + StartedSandbox.EMPLOYEES + "/oauth2/v2.0/token",
                java.util.Map.of(
                        "grant_type", "client_credentials",
                        "client_id", "a0000000-0000-4000-8000-000000000012",
                        "client_secret", "sandbox-dataverse-secret",
                        "scope", StartedSandbox.root() + "/.default"));
        var dataverse = GraphClient.withToken(answer.json().path("access_token").asString());

        assertUnauthorized(dataverse.get("/users"), "Access token validation failure. Invalid audience.");
    }

    @Test
    void everyAnswerCarriesTheHeadersThatClientsKeep() {
        var answer = portal.get("/users/" + Customers.JAN, "client-request-id", "my-own-id");

        assertThat(answer.header("request-id")).isPresent();
        assertThat(answer.header("client-request-id")).contains("my-own-id");
        assertThat(answer.header("x-ms-resource-unit")).contains("1");
        assertThat(answer.header("x-ms-ags-diagnostic")).isPresent();
        // Names of parameters of a media type have no case (RFC 9110 section 8.3.1); the server writes them small.
        assertThat(answer.header("Content-Type").orElseThrow())
                .isEqualToIgnoringCase(
                        "application/json;odata.metadata=minimal;odata.streaming=true;IEEE754Compatible=false;charset=utf-8");
    }

    @Test
    void anErrorNamesTheRequestInItsInnerPart() {
        var answer = portal.get("/users/00000000-0000-0000-0000-000000000000", "client-request-id", "my-own-id");

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.code()).isEqualTo("Request_ResourceNotFound");
        assertThat(answer.message())
                .isEqualTo("Resource '00000000-0000-0000-0000-000000000000' does not exist or one of its queried"
                        + " reference-property objects are not present.");
        var inner = answer.json().path("error").path("innerError");
        assertThat(inner.path("request-id").asString())
                .isEqualTo(answer.header("request-id").orElseThrow());
        assertThat(inner.path("client-request-id").asString()).isEqualTo("my-own-id");
        assertThat(inner.path("date").asString()).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d");
    }

    @ParameterizedTest
    @CsvSource({
        "GET,    /nonsense",
        "GET,    /users/c0000000-0000-4000-8000-000000000010/nonsense",
        "GET,    /",
        "POST,   /applications/x/y/z"
    })
    void anUnknownPathIsABadRequest(String method, String path) {
        var answer = portal.send(method, path, null);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.message()).startsWith("Resource not found for the segment");
    }

    @Test
    void aWrongMethodIsNotAllowed() {
        var answer = portal.send("PUT", "/users", "{}");

        assertThat(answer.status()).isEqualTo(405);
        assertThat(answer.code()).isEqualTo("Request_BadRequest");
        assertThat(answer.message()).isEqualTo("Specified HTTP method is not allowed for the request target.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "\"text\"", "{\"displayName\":}", "null"})
    void aBodyThatIsNoJsonObjectIsRefused(String body) {
        var answer = portal.patch("/users/" + Customers.JAN, body);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.message()).startsWith("Unable to read JSON request payload.");
    }

    @Test
    void aBodyWithoutContentTypeIsRefused() {
        var answer = StartedSandbox.send(
                "PATCH", "/v1.0/users/" + Customers.JAN, "{}", "Authorization", "Bearer " + portal.token());

        assertThat(answer.status()).isEqualTo(415);
    }

    @Test
    void aBodyOfAnotherTypeIsRefused() {
        var answer = portal.send("PATCH", "/users/" + Customers.JAN, "{}", "Content-Type", "text/plain");

        assertThat(answer.status()).isEqualTo(400);
    }

    @Test
    void aHugeBodyIsRefused() {
        var answer = portal.patch("/users/" + Customers.JAN, "{\"city\":\"" + "x".repeat(5_000_000) + "\"}");

        assertThat(answer.status()).isEqualTo(413);
    }

    @ParameterizedTest
    @ValueSource(strings = {"$fliter=x", "$top=1&$top=2", "$top=%zz", "$apply=x"})
    void anUnreadableQueryIsRefused(String query) {
        assertThat(StartedSandbox.send(
                                "GET",
                                "/v1.0/users?" + query.replace("%zz", "%25zz"),
                                null,
                                "Authorization",
                                "Bearer " + portal.token())
                        .status())
                .isEqualTo(400);
    }

    @Test
    void withoutConsentNothingIsAllowed() {
        var nobody = GraphClient.withoutConsent();

        assertDenied(nobody.get("/users"));
        assertDenied(nobody.get("/users/" + Customers.JAN));
        assertDenied(nobody.get("/organization"));
        assertDenied(nobody.patch("/users/" + Customers.JAN, "{\"city\":\"Brno\"}"));
    }

    @Test
    void whoMayReadMayNotWrite() {
        var reader = GraphClient.reader();

        assertThat(reader.get("/users/" + Customers.JAN).status()).isEqualTo(200);
        assertDenied(reader.patch("/users/" + Customers.JAN, "{\"city\":\"Brno\"}"));
        assertDenied(reader.patch("/users/" + Customers.JAN, "{}"));
        assertDenied(reader.patch("/users/" + Customers.JAN, "{\"accountEnabled\":false}"));
        assertDenied(reader.patch("/users/" + Customers.JAN, "{\"identities\":[]}"));
        assertDenied(reader.patch("/users/" + Customers.JAN, "{\"otherMails\":[]}"));
        assertDenied(reader.patch("/users/" + Customers.JAN, "{\"mobilePhone\":\"+44 1\"}"));
        assertDenied(
                reader.patch("/users/" + Customers.JAN, "{\"passwordProfile\":{\"password\":\"Correct-Horse-9\"}}"));
        assertDenied(reader.post("/users", "{\"displayName\":\"X\"}"));
        assertDenied(reader.delete("/users/" + Customers.JAN));
        assertDenied(reader.post("/users/" + Customers.JAN + "/revokeSignInSessions", "{}"));
        assertDenied(reader.get("/users/" + Customers.JAN + "/authentication/methods"));
        assertDenied(reader.get("/users/" + Customers.JAN + "/memberOf"));
        assertDenied(reader.get("/auditLogs/directoryAudits"));
        assertDenied(reader.get("/applications"));
    }

    @Test
    void theSyncMayWriteProfilesButNeitherPasswordsNorBlocks() {
        var sync = GraphClient.sync();

        assertThat(sync.patch("/users/" + Customers.JAN, "{\"city\":\"Brno\"}").status())
                .isEqualTo(204);
        assertDenied(sync.patch("/users/" + Customers.JAN, "{\"accountEnabled\":false}"));
        assertDenied(sync.patch("/users/" + Customers.JAN, "{\"passwordProfile\":{\"password\":\"Correct-Horse-9\"}}"));
        assertDenied(sync.delete("/users/" + Customers.JAN));
    }

    @Test
    void anAdministratorIsOutOfReach() {
        assertDenied(portal.patch("/users/" + Customers.ADA_ADMIN, "{\"accountEnabled\":false}"));
        assertDenied(portal.patch(
                "/users/" + Customers.ADA_ADMIN, "{\"passwordProfile\":{\"password\":\"Correct-Horse-9\"}}"));
        assertDenied(portal.delete("/users/" + Customers.ADA_ADMIN));
    }

    @Test
    void oneForbiddenPropertyForbidsTheWholeChange() {
        assertDenied(
                GraphClient.sync().patch("/users/" + Customers.JAN, "{\"city\":\"Praha\",\"accountEnabled\":false}"));

        var city = portal.get("/users/" + Customers.JAN + "?$select=city").json();
        assertThat(city.path("city").asString()).isEqualTo("Brno");
    }

    private static void assertUnauthorized(Answer answer, String message) {
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.code()).isEqualTo("InvalidAuthenticationToken");
        assertThat(answer.message()).isEqualTo(message);
        assertThat(answer.header("WWW-Authenticate").orElse(""))
                .startsWith("Bearer realm=\"\", authorization_uri=")
                .contains("client_id=\"00000003-0000-0000-c000-000000000000\"");
    }

    private static void assertDenied(Answer answer) {
        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.code()).isEqualTo("Authorization_RequestDenied");
        assertThat(answer.message()).isEqualTo("Insufficient privileges to complete the operation.");
    }
}
