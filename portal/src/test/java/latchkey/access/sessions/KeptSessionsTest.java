package latchkey.access.sessions;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import latchkey.access.AccessSettings;
import latchkey.access.Authenticated;
import latchkey.access.DeskSession;
import latchkey.access.DeskSession.Ending;
import latchkey.access.SessionSettings;
import latchkey.access.employees.SignedIn;
import latchkey.audit.RememberedTrail;
import latchkey.database.OneByOne;
import latchkey.testing.Asvs;
import latchkey.testing.Bound;
import latchkey.testing.MovableClock;
import latchkey.testing.Racers;
import latchkey.testing.TestDatabase;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** How many sessions there are, what they are bound to, and what ends them, by the portal's clock. */
class KeptSessionsTest {

    private static final String ISSUER = "https://issuer.example";

    private final MovableClock clock = new MovableClock();
    private final RememberedTrail trail = new RememberedTrail(clock);
    private final KeptSessions sessions = node(new SessionSettings(2, true, 24, 56));
    private final Client firefox = client("Firefox/142.0", "203.0.113.7");
    private final String kim = employee("Kim");

    @Test
    void aSessionGoesOnForWhoeverBeganIt() {
        begin("one", kim);
        assertThat(sessions.ending("one" + kim, firefox)).isEmpty();
        assertThat(mine(kim)).singleElement().satisfies(session -> {
            assertThat(session.browser()).isEqualTo("Firefox");
            assertThat(session.network()).isEqualTo("203.0.113.0/24");
            assertThat(session.name()).isEqualTo("Kim");
        });
    }

    @Test
    void whatNobodyBeganIsOver() {
        assertThat(sessions.ending("made up", firefox)).contains(Ending.NOT_KNOWN);
    }

    @Test
    void theOldestBeyondTheLimitEndsAndNobodyElses() {
        var sam = employee("Sam");
        begin("sams", sam);
        begin("one", kim);
        clock.move(Duration.ofMinutes(1));
        begin("two", kim);
        clock.move(Duration.ofMinutes(1));
        begin("three", kim);
        assertThat(sessions.ending("one" + kim, firefox)).contains(Ending.TOO_MANY);
        assertThat(sessions.ending("two" + kim, firefox)).isEmpty();
        assertThat(sessions.ending("three" + kim, firefox)).isEmpty();
        assertThat(sessions.ending("sams" + sam, firefox)).isEmpty();
        assertThat(trail.entries("end-session"))
                .singleElement()
                .satisfies(entry -> assertThat(entry.announcement().facts()).containsEntry("ending", "too-many"));
    }

    @Test
    void signInsAtTheSameMomentLeaveNoMoreThanTheLimit() {
        Racers.race(16, () -> {
            begin(UUID.randomUUID().toString(), kim);
            return "begun";
        });
        assertThat(mine(kim)).hasSize(2);
    }

    @Test
    void anotherBrowserEndsItAndStaysRefused() {
        begin("one", kim);
        assertThat(sessions.ending("one" + kim, client("Firefox/143.0", "203.0.113.7")))
                .contains(Ending.BROWSER_CHANGED);
        assertThat(sessions.ending("one" + kim, firefox)).contains(Ending.BROWSER_CHANGED);
        assertThat(mine(kim)).isEmpty();
    }

    @Test
    void anotherNetworkEndsItAndIsInTheTrailOnce() {
        begin("one", kim);
        assertThat(sessions.ending("one" + kim, client("Firefox/142.0", "203.0.113.200")))
                .isEmpty();
        var moved = client("Firefox/142.0", "198.51.100.7");
        assertThat(sessions.ending("one" + kim, moved)).contains(Ending.NETWORK_CHANGED);
        assertThat(sessions.ending("one" + kim, moved)).contains(Ending.NETWORK_CHANGED);
        assertThat(trail.entries("end-session"))
                .singleElement()
                .satisfies(entry -> assertThat(entry.announcement().facts())
                        .containsEntry("ending", "network-changed")
                        .containsEntry("from", "203.0.113.0/24")
                        .containsEntry("to", "198.51.100.0/24"));
    }

    @Test
    void aChangeOfNetworkDoesNotMatterWhereTheSettingsSaySo() {
        var loose = node(new SessionSettings(2, false, 24, 56));
        begin("one", kim);
        assertThat(loose.ending("one" + kim, client("Firefox/142.0", "198.51.100.7")))
                .isEmpty();
    }

    @Test
    void itEndsEvenWhileNothingCanBeNoted() {
        begin("one", kim);
        trail.breakDown();
        assertThat(sessions.ending("one" + kim, client("curl/8", "203.0.113.7")))
                .contains(Ending.BROWSER_CHANGED);
    }

    @Test
    @Asvs("7.3.1")
    void withoutARequestItEndsAfterTheIdleTime() {
        begin("one", kim);
        for (var times = 0; times < 3; times++) {
            clock.move(Duration.ofMinutes(15).minusSeconds(1));
            assertThat(sessions.ending("one" + kim, firefox)).isEmpty();
        }
        clock.move(Duration.ofMinutes(15));
        assertThat(sessions.ending("one" + kim, firefox)).contains(Ending.IDLE);
    }

    @Test
    @Asvs("7.3.2")
    void whateverItsAgentDoesItEndsAfterTheAbsoluteTime() {
        begin("one", kim);
        var end = clock.instant().plus(Duration.ofHours(8));
        while (clock.instant().plus(Duration.ofMinutes(10)).isBefore(end)) {
            clock.move(Duration.ofMinutes(10));
            assertThat(sessions.ending("one" + kim, firefox)).isEmpty();
        }
        clock.move(Duration.between(clock.instant(), end).minusSeconds(1));
        assertThat(sessions.ending("one" + kim, firefox)).isEmpty();
        clock.move(Duration.ofSeconds(1));
        assertThat(sessions.ending("one" + kim, firefox)).contains(Ending.TOO_OLD);
    }

    @Test
    void everyNodeKnowsAtOnce() {
        begin("one", kim);
        var otherNode = node(new SessionSettings(2, true, 24, 56));
        assertThat(otherNode.end(mine(kim), Ending.BY_ADMINISTRATOR)).isEqualTo(1);
        assertThat(sessions.ending("one" + kim, firefox)).contains(Ending.BY_ADMINISTRATOR);
        assertThat(otherNode.end(List.of(), Ending.BY_ADMINISTRATOR)).isZero();
    }

    @Test
    void whatTheIssuerEndsIsOverHere() {
        begin("one", kim);
        sessions.endedAtIssuer("somebody-elses");
        assertThat(sessions.ending("one" + kim, firefox)).isEmpty();
        sessions.endedAtIssuer("sid-one" + kim);
        assertThat(sessions.ending("one" + kim, firefox)).contains(Ending.SIGNED_OUT_ELSEWHERE);
    }

    @Test
    void neitherTheSessionsIdNorTheIssuersIsKept() {
        begin("one", kim);
        var kept = TestDatabase.shared()
                .jdbc()
                .sql("select s::text from desk_sessions s where agent_key = :key")
                .param("key", ISSUER + "#" + kim)
                .query(String.class)
                .single();
        assertThat(kept).doesNotContain("one" + kim);
    }

    private void begin(String name, String employee) {
        var signedIn = new SignedIn(
                ISSUER,
                employee,
                "x",
                "x",
                null,
                Set.of(),
                "sid-" + name + employee,
                null,
                clock.instant(),
                Authenticated.NOT_SAID);
        sessions.begin(name + employee, signedIn, firefox);
    }

    private List<DeskSession> mine(String employee) {
        return sessions.open().stream()
                .filter(session -> session.agentKey().equals(ISSUER + "#" + employee))
                .toList();
    }

    private KeptSessions node(SessionSettings settings) {
        var database = TestDatabase.shared();
        return new KeptSessions(
                new SessionRows(database.jdbc()),
                Bound.settings(AccessSettings.class, Map.of()),
                settings,
                new OneByOne(
                        database.jdbc(),
                        new TransactionTemplate(new DataSourceTransactionManager(database.application()))),
                trail,
                clock);
    }

    private static Client client(String browser, String address) {
        return Client.of(browser, address, new SessionSettings(2, true, 24, 56));
    }

    private static String employee(String name) {
        var id = UUID.randomUUID().toString();
        TestDatabase.shared()
                .jdbc()
                .sql("""
                    insert into agents (agent_key, issuer, object_id, name, username, claims, seen_at)
                    values (:key, :issuer, :id, :name, 'x', '{}', now())""")
                .param("key", ISSUER + "#" + id)
                .param("issuer", ISSUER)
                .param("id", id)
                .param("name", name)
                .update();
        return id;
    }
}
