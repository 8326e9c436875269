package latchkey.helpdesk.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Set;
import latchkey.access.Agent;
import latchkey.api.Problem;
import latchkey.api.ProblemException;
import latchkey.directory.CustomerId;
import latchkey.directory.InMemoryDirectory;
import latchkey.helpdesk.limits.Limits;
import latchkey.helpdesk.population.TestPopulations;
import latchkey.testing.Asvs;
import latchkey.testing.Employees;
import latchkey.testing.HelpDesk;
import latchkey.testing.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

/** What an agent found can be seen again for an hour, by that agent, and keeps nobody's name. */
class SearchesTest {

    private static final HelpDesk DESK = HelpDesk.open();

    private static final Agent KIM = agent("kim");
    private static final Agent SAM = agent("sam");

    private final InMemoryDirectory directory = new InMemoryDirectory("contoso");
    private final CustomerId jan = directory.add("Jan Novák", "jan.novak@example.com", "C-900010");
    private final MovingClock clock = new MovingClock();
    private final Searches searches = searches();

    @Test
    void theSameAgentSeesTheResultAgain() {
        var done = searches.start(KIM, "jan.novak@example.com", null);

        assertThat(searches.of(KIM, done.token()).found())
                .extracting(found -> found.customer().id())
                .containsExactly(jan);
    }

    @Test
    void aRestartForgetsNobodyWhoWasFound() {
        var token = searches.start(KIM, "jan.novak@example.com", null).token();

        var result = searches().of(KIM, token);

        assertThat(result.found()).hasSize(1);
        assertThat(result.found().getFirst().surest()).isEqualTo(Place.of(Match.SIGN_IN_EMAIL));
        assertThat(result.tried()).contains(Place.of(Match.MAIL_ADDRESS));
    }

    @Test
    void anotherAgentDoesNotSeeIt() {
        var token = searches.start(KIM, "jan.novak@example.com", null).token();

        assertRefused(() -> searches.of(SAM, token), Problem.SEARCH_NOT_FOUND);
    }

    @Test
    void anHourLaterItIsGone() {
        var token = searches.start(KIM, "jan.novak@example.com", null).token();
        clock.advance(Duration.ofMinutes(61));

        assertRefused(() -> searches.of(KIM, token), Problem.SEARCH_NOT_FOUND);
    }

    @Test
    void expiredSearchesAreRemoved() {
        var jdbc = TestDatabase.shared().jdbc();
        searches.start(KIM, "jan.novak@example.com", null);
        clock.advance(Duration.ofHours(2));

        searches.start(KIM, "C-900010", null);

        assertThat(jdbc.sql("SELECT count(*) FROM searches WHERE expires_at < ?")
                        .param(clock.instant().atOffset(ZoneOffset.UTC))
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    @Asvs("14.2.1")
    void neitherWhatWasTypedNorANameIsKept() {
        searches.start(KIM, "jan.novak@example.com", null);

        var rows = TestDatabase.shared()
                .jdbc()
                .sql("SELECT CAST(result AS text) FROM searches")
                .query(String.class)
                .list();
        assertThat(rows).isNotEmpty().noneMatch(row -> row.contains("novak") || row.contains("Novák"));
    }

    @Test
    void anUnknownTokenIsNotFound() {
        assertRefused(() -> searches.of(KIM, "guess"), Problem.SEARCH_NOT_FOUND);
    }

    @Test
    void anUnknownDirectoryIsSaidSo() {
        assertRefused(() -> searches.start(KIM, "Novák", "fabrikam"), Problem.DIRECTORY_NOT_FOUND);
        assertRefused(() -> searches.start(KIM, "Novák", "Not A Name!"), Problem.DIRECTORY_NOT_FOUND);
    }

    @AfterAll
    static void close() {
        DESK.close();
    }

    private Searches searches() {
        var contacts = new StaticListableBeanFactory().getBeanProvider(ContactLookup.class);
        var recognition = new Recognition(new SearchSettings(null, null, "Brand", null));
        return new Searches(
                new Search(recognition, contacts, TestPopulations.none(directory.alone())),
                new SearchRows(TestDatabase.shared().jdbc()),
                directory.alone(),
                TestPopulations.none(directory.alone()),
                DESK.bean(Limits.class),
                clock);
    }

    private static void assertRefused(Runnable attempt, Problem problem) {
        assertThatThrownBy(attempt::run)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        told -> assertThat(told.problem()).isEqualTo(problem));
    }

    private static Agent agent(String name) {
        return Employees.with(name, Set.of());
    }

    /** A clock that the test moves. */
    private static final class MovingClock extends Clock {

        private Instant now = Instant.parse("2026-02-01T10:00:00Z");

        void advance(Duration by) {
            now = now.plus(by);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return InstantSource.system().withZone(zone);
        }
    }
}
