package sandbox.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sandbox.Customers;
import sandbox.GraphClient;
import sandbox.StartedSandbox;

/** Each kind of trouble: what the caller sees, and whether the write happened. */
class FaultsTest {

    private static final String JAN = "/users/" + Customers.JAN;
    private static final String TO_PRAHA = "{\"city\":\"Praha\"}";

    private GraphClient portal;

    @BeforeEach
    void reset() {
        StartedSandbox.reset();
        portal = GraphClient.portal();
    }

    @Test
    void aRefusalIsWordedAsGraphWordsItAndNotApplied() {
        add("\"action\":\"status\",\"status\":429,\"retryAfter\":\"2.128\",\"count\":1");

        var refused = portal.patch(JAN, TO_PRAHA);

        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.header("Retry-After")).contains("2.128");
        assertThat(refused.code()).isEqualTo("TooManyRequests");
        assertThat(city()).isEqualTo("Brno");
    }

    @Test
    void aCountedFaultIsUsedUp() {
        add("\"action\":\"status\",\"status\":503,\"count\":2");

        assertThat(portal.get(JAN).status()).isEqualTo(503);
        assertThat(portal.get(JAN).status()).isEqualTo(503);
        assertThat(portal.get(JAN).status()).isEqualTo(200);
        assertThat(StartedSandbox.get("/sandbox/api/faults").json().path("faults"))
                .isEmpty();
    }

    @Test
    void anUncountedFaultStaysUntilItIsRemoved() {
        var id = add("\"action\":\"status\",\"status\":503,\"method\":\"PATCH\",\"path\":\"users/.*10$\"");

        assertThat(portal.patch(JAN, TO_PRAHA).status()).isEqualTo(503);
        assertThat(portal.patch(JAN, TO_PRAHA).status()).isEqualTo(503);
        assertThat(portal.get(JAN).status()).isEqualTo(200);
        assertThat(portal.patch("/users/" + Customers.LAYLA, TO_PRAHA).status()).isEqualTo(204);
        StartedSandbox.control("DELETE", "/faults/" + id, null);
        assertThat(portal.patch(JAN, TO_PRAHA).status()).isEqualTo(204);
    }

    @Test
    void aLostAnswerBelongsToAnAppliedWrite() {
        add("\"action\":\"lost\",\"method\":\"PATCH\",\"count\":1");

        assertThatThrownBy(() -> portal.patch(JAN, TO_PRAHA)).isInstanceOf(StartedSandbox.Cut.class);

        assertThat(city()).isEqualTo("Praha");
        var entry = lastPatch();
        assertThat(entry.path("fault").asString()).isEqualTo("lost");
        assertThat(entry.path("status").asInt()).isZero();
    }

    @Test
    void anAnswerThatBreaksOffBelongsToAnAppliedWrite() {
        add("\"action\":\"reset\",\"method\":\"POST\",\"count\":1");

        assertThatThrownBy(() -> portal.post(JAN + "/revokeSignInSessions", null))
                .isInstanceOf(StartedSandbox.Cut.class);

        assertThat(StartedSandbox.get("/sandbox/api/history/users/" + Customers.JAN)
                        .json()
                        .path("versions"))
                .hasSize(1);
    }

    @Test
    void aServerThatIsDownAppliesNothing() {
        add("\"action\":\"down\",\"method\":\"PATCH\",\"count\":1");

        assertThatThrownBy(() -> portal.patch(JAN, TO_PRAHA)).isInstanceOf(StartedSandbox.Cut.class);

        assertThat(city()).isEqualTo("Brno");
    }

    @Test
    void aLateWriteIsAppliedAfterItsCallerGaveUp() {
        add("\"action\":\"late\",\"method\":\"PATCH\",\"count\":1,\"delayMillis\":300");

        assertThatThrownBy(() -> portal.patch(JAN, TO_PRAHA)).isInstanceOf(StartedSandbox.Cut.class);
        assertThat(city()).isEqualTo("Brno");

        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(city()).isEqualTo("Praha"));
    }

    @Test
    void aSlowAnswerComesAfterItsDelay() {
        add("\"action\":\"slow\",\"delayMillis\":400,\"count\":1");
        var before = System.nanoTime();

        assertThat(portal.get(JAN).status()).isEqualTo(200);

        assertThat(Duration.ofNanos(System.nanoTime() - before)).isGreaterThan(Duration.ofMillis(390));
    }

    @Test
    void latencyIsAddedToEveryAnswerOfGraph() {
        StartedSandbox.control("PUT", "/settings", "{\"graphLatencyMillis\":200}");
        var before = System.nanoTime();

        portal.get(JAN);

        assertThat(Duration.ofNanos(System.nanoTime() - before)).isGreaterThan(Duration.ofMillis(190));
    }

    @Test
    void aFaultThatNeverHappensDoesNot() {
        add("\"action\":\"status\",\"status\":503,\"chance\":0");

        assertThat(portal.get(JAN).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"action\":\"explode\"}",
                "{\"kind\":\"post\",\"action\":\"slow\"}",
                "{\"action\":\"status\",\"status\":42}",
                "{\"action\":\"status\",\"path\":\"(\"}",
                "{\"action\":\"status\",\"chance\":2}",
                "{\"action\":\"status\",\"count\":0}",
                "{\"action\":\"slow\",\"delayMillis\":-1}",
                "{\"action\":\"slow\",\"delay\":5}",
                "nonsense"
            })
    void aFaultThatCannotWorkIsRefused(String fault) {
        assertThat(StartedSandbox.control("POST", "/faults", fault).status()).isEqualTo(400);
    }

    private static String add(String parts) {
        var added = StartedSandbox.control("POST", "/faults", "{\"kind\":\"graph\"," + parts + "}");
        assertThat(added.status()).as(added.text()).isEqualTo(200);
        return added.json().path("id").asString();
    }

    private static tools.jackson.databind.JsonNode lastPatch() {
        var entries = StartedSandbox.get("/sandbox/api/journal?kind=graph&method=PATCH")
                .json()
                .path("entries");
        return entries.path(entries.size() - 1);
    }

    private String city() {
        return portal.get(JAN + "?$select=city").json().path("city").asString("");
    }
}
