package sandbox.graph.audits;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sandbox.Answer;
import sandbox.Customers;
import sandbox.GraphClient;
import sandbox.StartedSandbox;
import tools.jackson.databind.JsonNode;

/** Who tried to sign in, as B2C's log and as Entra's sign-ins tell it: facts §7.2 and §7.3. */
class SignInsTest {

    private static final String KIM = "e1000000-0000-4000-8000-000000000001";

    private GraphClient portal;

    @BeforeEach
    void reset() {
        StartedSandbox.reset();
        portal = GraphClient.portal();
    }

    @Test
    void thePeopleWithStoriesSignedInDuringTheWeekBeforeTheStart() {
        var events = events(Customers.JAN);

        assertThat(events.all("activityDisplayName"))
                .contains("Issue an id_token to the application", "Validate local account credentials");
        assertThat(events.all("result")).containsOnly("success");
        assertThat(events.items().map(SignInsTest::at))
                .isNotEmpty()
                .allMatch(at -> at.isBefore(now()) && at.isAfter(now().minus(Duration.ofDays(7))))
                .isSortedAccordingTo(java.util.Comparator.reverseOrder());
    }

    @Test
    void anEventNamesTheApplicationTheAddressAndTheProvider() {
        var fay = events(Customers.FAY_FEDERATED).items().toList();

        assertThat(fay).singleElement().satisfies(event -> {
            assertThat(event.path("activityDisplayName").asString()).isEqualTo("Issue an id_token to the application");
            assertThat(event.path("category").asString()).isEqualTo("Authentication");
            assertThat(event.path("initiatedBy").path("app").path("displayName").asString())
                    .isEqualTo("Contoso web shop");
            assertThat(detail(event, "IdentityProviderName")).isEqualTo("google.com");
            assertThat(detail(event, "ClientIpAddress")).isNotEmpty();
        });
    }

    @Test
    void whoIsBlockedOrLockedOutFailsForThatReason() {
        assertThat(events(Customers.MARIA_BLOCKED).all("resultReason"))
                .anyMatch(reason -> reason.startsWith("AADB2C90111"));
        assertThat(events(Customers.NOAH_NO_MAIL).all("resultReason"))
                .anyMatch(reason -> reason.startsWith("AADB2C90225"))
                .anyMatch(reason -> reason.startsWith("AADB2C90114"));
    }

    @Test
    void afterAWeekTheLogForgets() {
        move(Duration.ofDays(8));
        portal = GraphClient.portal();

        assertThat(portal.get("/auditLogs/directoryAudits").items()).isEmpty();

        StartedSandbox.reset();
        portal = GraphClient.portal();
        assertThat(events(Customers.JAN).items()).isNotEmpty();
    }

    @Test
    void aCustomerSignsInWhenToldTo() {
        var made = StartedSandbox.control("POST", "/sign-ins", "{\"user\":\"jan.novak@example.com\"}");

        assertThat(made.status()).as(made.text()).isEqualTo(200);
        assertThat(made.json().path("userId").asString()).isEqualTo(Customers.JAN);
        var latest = events(Customers.JAN).items().findFirst().orElseThrow();
        assertThat(at(latest)).isAfter(now().minusSeconds(60));
        assertThat(latest.path("activityDisplayName").asString()).isEqualTo("Issue an id_token to the application");
    }

    @Test
    void aWrongPasswordIsLoggedAsAFailure() {
        StartedSandbox.control(
                "POST", "/sign-ins", "{\"user\":\"" + Customers.JAN + "\",\"outcome\":\"wrongPassword\"}");

        var latest = events(Customers.JAN).items().findFirst().orElseThrow();
        assertThat(latest.path("result").asString()).isEqualTo("failure");
        assertThat(latest.path("resultReason").asString()).startsWith("AADB2C90225");
    }

    @Test
    void whoIsBlockedCannotSignInWhateverWasMeant() {
        portal.patch("/users/" + Customers.JAN, "{\"accountEnabled\":false}");

        var made = StartedSandbox.control(
                "POST", "/sign-ins", "{\"user\":\"" + Customers.JAN + "\",\"outcome\":\"success\"}");

        assertThat(made.json().path("outcome").asString()).isEqualTo("blocked");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"user\":\"nobody\"}",
                "{\"user\":\"tomo\",\"outcome\":\"late\"}",
                "{\"user\":\"tomo\",\"tenant\":\"x\"}"
            })
    void whatCannotBeTriedIsRefused(String body) {
        assertThat(StartedSandbox.control("POST", "/sign-ins", body).status()).isBetween(400, 404);
    }

    @Test
    void aSnapshotBringsThemBack() {
        var id = StartedSandbox.control("POST", "/snapshot", "{}")
                .json()
                .path("id")
                .asString();
        var before = events(Customers.JAN).items().count();
        StartedSandbox.control("POST", "/sign-ins", "{\"user\":\"" + Customers.JAN + "\"}");

        StartedSandbox.control("POST", "/restore", "{\"id\":\"" + id + "\"}");

        assertThat(events(Customers.JAN).items()).hasSize((int) before);
    }

    @Test
    void signInsNeedALicenceAndNeverComeFromB2c() {
        assertThat(engineer().get("/auditLogs/signIns").code())
                .isEqualTo("Authentication_RequestFromNonPremiumTenantOrB2CTenant");

        StartedSandbox.control("PUT", "/settings", "{\"premium\":true}");

        assertThat(portal.get("/auditLogs/signIns").code())
                .isEqualTo("Authentication_RequestFromNonPremiumTenantOrB2CTenant");
        assertThat(engineer().get("/auditLogs/signIns").status()).isEqualTo(200);
    }

    @Test
    void withALicenceTheSignInsOfOneEmployeeAreFound() {
        StartedSandbox.control("PUT", "/settings", "{\"premium\":true}");
        var failed = signIns("userId eq '" + KIM + "' and status/errorCode eq 50126");

        assertThat(failed.items()).singleElement().satisfies(signIn -> {
            assertThat(signIn.path("userDisplayName").asString()).isEqualTo("Kim Andersen");
            assertThat(signIn.path("status").path("failureReason").asString()).contains("invalid username or password");
            assertThat(engineer()
                            .get("/auditLogs/signIns/" + signIn.path("id").asString())
                            .status())
                    .isEqualTo(200);
        });
        assertThat(signIns("startsWith(userPrincipalName,'kim@') and createdDateTime ge 2020-01-01")
                        .items())
                .hasSize(6);
        assertThat(engineer().get("/auditLogs/signIns?$top=2").json().has("@odata.nextLink"))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "userAgent eq 'x'",
                "createdDateTime eq 'x'",
                "status/errorCode ge 1",
                "not(userId eq 'x')",
                "userId in ('x')"
            })
    void whatSignInsCannotBeFilteredByIsRefused(String expression) {
        StartedSandbox.control("PUT", "/settings", "{\"premium\":true}");

        assertThat(signIns(expression).status()).isEqualTo(400);
    }

    private Answer events(String userId) {
        return portal.get("/auditLogs/directoryAudits?$filter="
                + StartedSandbox.escaped(
                        "loggedByService eq 'B2C' and targetResources/any(t:t/id eq '" + userId + "')"));
    }

    private static Answer signIns(String expression) {
        return engineer().get("/auditLogs/signIns?$filter=" + StartedSandbox.escaped(expression));
    }

    private static GraphClient engineer() {
        return GraphClient.setUp(StartedSandbox.EMPLOYEES);
    }

    private static void move(Duration by) {
        StartedSandbox.control("POST", "/clock", "{\"advanceSeconds\":" + by.toSeconds() + "}");
    }

    private static Instant now() {
        return Instant.now();
    }

    private static Instant at(JsonNode event) {
        return Instant.parse(event.path("activityDateTime").asString());
    }

    private static String detail(JsonNode event, String key) {
        return event.path("additionalDetails")
                .valueStream()
                .filter(detail -> detail.path("key").asString().equals(key))
                .map(detail -> detail.path("value").asString())
                .findFirst()
                .orElse("");
    }
}
