package sandbox.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sandbox.Customers;
import sandbox.GraphClient;
import sandbox.StartedSandbox;
import tools.jackson.databind.JsonNode;

/** The sandbox's own API: journal, settings, clock, snapshots, people. */
class ControlApiTest {

    private static final String JAN = "/users/" + Customers.JAN;

    private GraphClient portal;

    @BeforeEach
    void reset() {
        StartedSandbox.reset();
        portal = GraphClient.portal();
    }

    @Test
    void theJournalTellsWhoAskedWhatWhenAndWhatWasAnswered() {
        portal.send("PATCH", JAN, "{\"city\":\"Praha\"}", "client-request-id", "call-1");

        var entry = journal("?kind=graph&method=PATCH&path=/v1.0/users").path(0);

        assertThat(entry.path("path").asString()).isEqualTo("/v1.0" + JAN);
        assertThat(entry.path("status").asInt()).isEqualTo(204);
        assertThat(entry.path("appId").asString()).isEqualTo("a0000000-0000-4000-8000-000000000001");
        assertThat(entry.path("clientRequestId").asString()).isEqualTo("call-1");
        assertThat(entry.path("requestBody").asString()).isEqualTo("{\"city\":\"Praha\"}");
        assertThat(Instant.parse(entry.path("at").asString()))
                .isBeforeOrEqualTo(Instant.parse(entry.path("finishedAt").asString()));
    }

    @Test
    void theJournalGoesOnAfterANumber() {
        portal.get(JAN);
        var before = journal("");
        var last = before.path(before.size() - 1).path("seq").asLong();
        portal.get("/organization");

        var later = journal("?since=" + last);

        assertThat(later).hasSize(1);
        assertThat(later.path(0).path("path").asString()).isEqualTo("/v1.0/organization");
        assertThat(journal("?limit=1")).hasSize(1);
    }

    @Test
    void aClearedJournalKeepsCounting() {
        portal.get(JAN);
        var last = journal("").path(0).path("seq").asLong();
        StartedSandbox.control("DELETE", "/journal", null);
        assertThat(journal("")).isEmpty();

        portal.get(JAN);

        assertThat(journal("").path(0).path("seq").asLong()).isGreaterThan(last);
    }

    @ParameterizedTest
    @ValueSource(strings = {"?kind=nonsense", "?since=x", "?limit=x"})
    void aWrongQuestionToTheJournalIsRefused(String query) {
        assertThat(StartedSandbox.get("/sandbox/api/journal" + query).status()).isEqualTo(400);
    }

    @Test
    void settingsChangeOneByOneAndAResetPutsThemBack() {
        var changed = StartedSandbox.control("PUT", "/settings", "{\"graphLatencyMillis\":1}");
        assertThat(changed.json().path("graphLatencyMillis").asInt()).isEqualTo(1);
        assertThat(changed.json().path("webhookKeyHeader").asString()).isEqualTo("x-latchkey-key");

        StartedSandbox.reset();

        assertThat(StartedSandbox.get("/sandbox/api/settings")
                        .json()
                        .path("graphLatencyMillis")
                        .asInt())
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"latency\":1}",
                "{\"graphLatencyMillis\":\"much\"}",
                "{\"graphLatencyMillis\":-1}",
                "{\"replicationDelayMillis\":99999999}",
                "[]",
                "nonsense"
            })
    void settingsThatCannotWorkAreRefused(String settings) {
        assertThat(StartedSandbox.control("PUT", "/settings", settings).status())
                .isEqualTo(400);
    }

    @Test
    void aSnapshotIsPutBackAsOftenAsWanted() {
        portal.patch(JAN, "{\"city\":\"Praha\"}");
        var snapshot = StartedSandbox.control("POST", "/snapshot", "{}").text();

        for (var round = 0; round < 2; round++) {
            portal.patch(JAN, "{\"city\":\"Plzeň\"}");
            portal.delete("/users/" + Customers.LAYLA);
            assertThat(StartedSandbox.control("POST", "/restore", snapshot).status())
                    .isEqualTo(204);

            assertThat(city()).isEqualTo("Praha");
            assertThat(portal.get("/users/" + Customers.LAYLA).status()).isEqualTo(200);
        }
    }

    @Test
    void anUnknownSnapshotIsNotFound() {
        assertThat(StartedSandbox.control("POST", "/restore", "{\"id\":\"none\"}")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void aResetIsTheSeedAgainWithoutHistory() {
        portal.patch(JAN, "{\"city\":\"Praha\"}");

        StartedSandbox.reset();

        assertThat(city()).isEqualTo("Brno");
        assertThat(StartedSandbox.get("/sandbox/api/history/users/" + Customers.JAN)
                        .json()
                        .path("versions"))
                .isEmpty();
    }

    @Test
    void theClockMovesAndComesBack() {
        StartedSandbox.control("POST", "/clock", "{\"advanceSeconds\":3600}");
        assertThat(StartedSandbox.get("/sandbox/api/clock")
                        .json()
                        .path("aheadSeconds")
                        .asInt())
                .isEqualTo(3600);

        StartedSandbox.control("POST", "/clock", "{\"reset\":true}");

        assertThat(StartedSandbox.get("/sandbox/api/clock")
                        .json()
                        .path("aheadSeconds")
                        .asInt())
                .isZero();
        assertThat(StartedSandbox.control("POST", "/clock", "{}").status()).isEqualTo(400);
    }

    @Test
    void thePeopleWithStoriesAreListedAsTheyAreNow() {
        portal.patch(JAN, "{\"displayName\":\"Jan Dvořák\"}");

        var people = StartedSandbox.get("/sandbox/api/people").json().path("people");
        var jan = people.valueStream()
                .filter(person -> person.path("key").asString().equals("jan-ordinary"))
                .findFirst()
                .orElseThrow();

        assertThat(jan.path("displayName").asString()).isEqualTo("Jan Dvořák");
        assertThat(jan.path("signInNames").path(0).asString()).isEqualTo("jan.novak@example.com");
        assertThat(jan.path("customerNumber").asString()).isEqualTo("C-900010");
        assertThat(people.valueStream().map(person -> person.path("key").asString()))
                .contains(
                        "maria-blocked",
                        "tom-two-names",
                        "fay-federated",
                        "noah-no-mail",
                        "bea-two-brands",
                        "layla-arabic",
                        "oneil-apostrophe",
                        "plus-address",
                        "dup-smith-1",
                        "dup-smith-2",
                        "unlinked-una",
                        "gone-gil",
                        "mobile-mo",
                        "admin-ada");
    }

    private static JsonNode journal(String query) {
        return StartedSandbox.get("/sandbox/api/journal" + query).json().path("entries");
    }

    private String city() {
        return portal.get(JAN + "?$select=city").json().path("city").asString("");
    }
}
