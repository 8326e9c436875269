package sandbox.graph.quota;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import sandbox.Customers;
import sandbox.GraphClient;
import sandbox.StartedSandbox;

/** Budgets: facts §12. */
class QuotasTest {

    private static final String NOBODY = "00000000-0000-0000-0000-000000000000";

    private GraphClient portal;

    @BeforeEach
    void enforce() {
        StartedSandbox.reset();
        StartedSandbox.control("PUT", "/settings", "{\"quotas\":true}");
        portal = GraphClient.portal();
    }

    @Test
    void reportsAreReadFiveTimesInTenSeconds() {
        for (var i = 0; i < 5; i++) {
            assertThat(audits(portal).status()).isEqualTo(200);
        }

        var refused = audits(portal);

        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.code()).isEqualTo("TooManyRequests");
        assertThat(refused.header("Retry-After"))
                .hasValueSatisfying(
                        seconds -> assertThat(Integer.parseInt(seconds)).isBetween(1, 2));
        assertThat(refused.header("x-ms-throttle-scope"))
                .contains("Tenant_Application/ReadWrite/a0000000-0000-4000-8000-000000000001/"
                        + StartedSandbox.CUSTOMERS);
    }

    @Test
    void methodsAndAuditsShareTheSlowLaneAndUsersDoNot() {
        for (var i = 0; i < 6; i++) {
            portal.get("/users/" + Customers.JAN + "/authentication/phoneMethods");
        }

        assertThat(audits(portal).status()).isEqualTo(429);
        assertThat(portal.get("/users/" + Customers.JAN).status()).isEqualTo(200);
    }

    @Test
    void afterTheWaitTheLaneIsOpenAgain() {
        for (var i = 0; i < 6; i++) {
            audits(portal);
        }
        StartedSandbox.control("POST", "/clock", "{\"advanceSeconds\":10}");

        assertThat(audits(portal).status()).isEqualTo(200);
    }

    @Test
    void writesHaveABudgetOfTheirOwnForEachApplication() {
        var sync = GraphClient.sync();
        var written = 0;
        // The budget is refilled while it is used, by 20 writes a second.
        while (written < 8_000 && !twentyWrites(sync).contains("429")) {
            written += 20;
        }

        assertThat(written).isBetween(2_980, 7_980);
        var refused = sync.delete("/users/" + NOBODY);
        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.header("x-ms-throttle-information")).contains("WriteLimitExceeded");
        assertThat(sync.get("/users/" + Customers.JAN).header("x-ms-throttle-limit-percentage"))
                .isEmpty();
        assertThat(portal.delete("/users/" + NOBODY).status()).isEqualTo(404);
    }

    @Test
    void whoComesNearItsBudgetIsTold() {
        for (var i = 0; i < 4; i++) {
            audits(portal);
        }

        assertThat(audits(portal).header("x-ms-throttle-limit-percentage")).contains("1.0");
    }

    @Test
    void withoutTheSettingNothingIsCounted() {
        StartedSandbox.control("PUT", "/settings", "{\"quotas\":false}");

        for (var i = 0; i < 8; i++) {
            assertThat(audits(portal).status()).isEqualTo(200);
        }
    }

    private static sandbox.Answer audits(GraphClient client) {
        return client.get("/auditLogs/directoryAudits?$top=1");
    }

    /** The statuses that came, each once. */
    private static String twentyWrites(GraphClient client) {
        var items = IntStream.range(0, 20)
                .mapToObj(id -> "{\"id\":\"%d\",\"method\":\"DELETE\",\"url\":\"/users/%s\"}".formatted(id, NOBODY))
                .collect(Collectors.joining(","));
        var answer = client.post("/$batch", "{\"requests\":[" + items + "]}");
        return StreamSupport.stream(answer.json().path("responses").spliterator(), false)
                .map(response -> String.valueOf(response.path("status").asInt()))
                .distinct()
                .sorted()
                .collect(Collectors.joining(","));
    }
}
