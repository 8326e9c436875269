package sandbox.graph.audits;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sandbox.Answer;
import sandbox.Customers;
import sandbox.GraphClient;
import sandbox.StartedSandbox;

/** Facts §7.1. */
class DirectoryAuditsTest {

    private static final String JAN = "/users/" + Customers.JAN;

    private static final String CHANGES = "loggedByService eq 'Core Directory'";

    private GraphClient portal;

    @BeforeEach
    void reset() {
        StartedSandbox.reset();
        portal = GraphClient.portal();
    }

    @Test
    void aBlockIsLoggedAsItselfAndAsAnUpdate() {
        portal.patch(JAN, "{\"accountEnabled\":false}");

        var entries = log(CHANGES);

        assertThat(entries.all("activityDisplayName")).containsExactly("Update user", "Disable account");
        var update = entries.items().findFirst().orElseThrow();
        assertThat(update.path("initiatedBy").path("app").path("displayName").asString())
                .isEqualTo("Latchkey portal");
        assertThat(update.path("targetResources").path(0).path("id").asString()).isEqualTo(Customers.JAN);
        var change = update.path("targetResources")
                .path(0)
                .path("modifiedProperties")
                .path(0);
        assertThat(change.path("displayName").asString()).isEqualTo("AccountEnabled");
        assertThat(change.path("oldValue").asString()).isEqualTo("[true]");
        assertThat(change.path("newValue").asString()).isEqualTo("[false]");
    }

    @Test
    void aPasswordIsLoggedWithoutIt() {
        portal.patch(JAN, "{\"passwordProfile\":{\"password\":\"Correct-Horse-9\"}}");

        var entries = log(CHANGES);

        assertThat(entries.all("activityDisplayName")).contains("Reset user password", "Update PasswordProfile");
        assertThat(entries.text()).doesNotContain("Correct-Horse-9");
    }

    @Test
    void theEntriesOfOneCustomerAreFound() {
        portal.patch(JAN, "{\"city\":\"Praha\"}");
        portal.patch("/users/" + Customers.LAYLA, "{\"city\":\"Cairo\"}");

        assertThat(log("targetResources/any(t:t/id eq '" + Customers.JAN + "') and " + CHANGES)
                        .items())
                .hasSize(1);
        assertThat(log("activityDisplayName eq 'Update user' and loggedByService eq 'Core Directory'")
                        .items())
                .hasSize(2);
        assertThat(log("activityDateTime ge 2099-01-01").items()).isEmpty();
        assertThat(log("initiatedBy/app/displayName eq 'Latchkey portal'").items())
                .hasSize(2);
    }

    @Test
    void theCorrelationIdIsTheOneThatTheClientSent() {
        portal.send("PATCH", JAN, "{\"city\":\"Praha\"}", "client-request-id", "audit-77");

        assertThat(log("correlationId eq 'audit-77'").items()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "result eq 'success'",
                "activityDateTime ge 'now'",
                "activityDateTime gt 2026-01-01",
                "category in ('UserManagement')",
                "not(category eq 'x')",
                "targetResources/any()",
                "targetResources/any(t:t/type eq 'User')",
                "targetResources/all(t:t/id eq 'x')",
                "category eq"
            })
    void whatTheLogDoesNotFilterIsRefused(String expression) {
        assertThat(log(expression).status()).isEqualTo(400);
    }

    @Test
    void theLogComesInPages() {
        for (var i = 0; i < 5; i++) {
            portal.patch(JAN, "{\"city\":\"Town " + i + "\"}");
        }

        var first = portal.get("/auditLogs/directoryAudits?$top=3&$filter=" + StartedSandbox.escaped(CHANGES));
        var second = portal.get(first.json().path("@odata.nextLink").asString());

        assertThat(first.items()).hasSize(3);
        assertThat(second.items()).hasSize(2);
        assertThat(second.json().has("@odata.nextLink")).isFalse();
    }

    private Answer log(String expression) {
        var filter = expression.isEmpty() ? "" : "?$filter=" + StartedSandbox.escaped(expression);
        return portal.get("/auditLogs/directoryAudits" + filter);
    }
}
