package latchkey.helpdesk.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import latchkey.access.Agent;
import latchkey.api.Problem;
import latchkey.api.ProblemException;
import latchkey.audit.Announcement;
import latchkey.directory.CustomerId;
import latchkey.directory.DirectoryId;
import latchkey.testing.Employees;
import latchkey.testing.HelpDesk;
import latchkey.testing.Racers;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A bribed agent who reads one customer after the other gets no further than ordinary work goes. */
class LimitsTest {

    private static final Map<String, Object> SMALL = Map.of(
            "latchkey.limits.customers-per-hour", "10",
            "latchkey.limits.customers-per-day", "40",
            "latchkey.limits.searches-per-hour", "4",
            "latchkey.limits.reveals-per-hour", "3",
            "latchkey.limits.verifications-per-hour", "2",
            "latchkey.limits.actions-per-hour", "5",
            "latchkey.limits.actions-on-customer-per-hour", "3");

    private final HelpDesk desk = HelpDesk.open(SMALL);
    private final HelpDesk otherNode = HelpDesk.open(SMALL);
    private final Limits limits = desk.bean(Limits.class);
    private final Agent agent = somebody();

    @AfterEach
    void close() {
        desk.close();
        otherNode.close();
    }

    @Test
    void theEleventhCustomerInAnHourIsRefusedUntilTheFirstIsAnHourAgo() {
        var first = desk.clock().instant();
        for (int customer = 0; customer < 10; customer++) {
            limits.open(agent, anybody());
            desk.clock().move(Duration.ofMinutes(1));
        }
        assertThatThrownBy(() -> limits.open(agent, anybody()))
                .isInstanceOfSatisfying(ProblemException.class, refusal -> {
                    assertThat(refusal.problem()).isEqualTo(Problem.TOO_MANY_CUSTOMERS);
                    assertThat(refusal.members())
                            .containsEntry("until", first.plus(Duration.ofHours(1)))
                            .containsEntry("retryAfter", 3_000L);
                });
        desk.clock().move(Duration.ofMinutes(50));
        limits.open(agent, anybody());
        refused(() -> limits.open(agent, anybody()), Problem.TOO_MANY_CUSTOMERS);
    }

    @Test
    void whoSeesSearchesAndRevealsIsInTheTrailAndALookIsOneForAMinute() {
        var jan = anybody();
        limits.open(agent, jan);
        limits.open(agent, jan);
        desk.clock().move(Duration.ofMinutes(1));
        limits.open(agent, jan);
        limits.search(agent);
        limits.reveal(agent, jan);

        var looks = desk.trail().looks();
        assertThat(looks)
                .extracting(Announcement::action)
                .containsExactly("view-customer", "view-customer", "search-customers", "reveal");
        assertThat(looks)
                .extracting(Announcement::subject)
                .containsExactly(jan.subject(), jan.subject(), null, jan.subject());
    }

    @Test
    void theSameCustomerAgainCountsOnceAndStaysOpen() {
        var jan = anybody();
        for (int time = 0; time < 30; time++) {
            limits.open(agent, jan);
        }
        for (int customer = 0; customer < 9; customer++) {
            limits.open(agent, anybody());
        }
        refused(() -> limits.open(agent, anybody()), Problem.TOO_MANY_CUSTOMERS);
        limits.open(agent, jan);
        limits.open(somebody(), anybody());
    }

    @Test
    void aSlowCrawlOverADayIsFoundToo() {
        for (int customer = 0; customer < 40; customer++) {
            limits.open(agent, anybody());
            desk.clock().move(Duration.ofMinutes(30));
        }
        refused(() -> limits.open(agent, anybody()), Problem.TOO_MANY_CUSTOMERS);
        desk.clock().move(Duration.ofHours(4).plusSeconds(1));
        limits.open(agent, anybody());
    }

    @Test
    void fiftyAtOnceOnTwoNodesGetNoMoreThanTheLimit() {
        var turn = new AtomicInteger();
        var ends = Racers.race(50, () -> {
            (turn.getAndIncrement() % 2 == 0 ? limits : otherNode.bean(Limits.class)).open(agent, anybody());
            return "opened";
        });
        assertThat(ends).filteredOn("opened"::equals).hasSize(10);
    }

    @Test
    void searchesRevealsCodesAndActionsHaveTheirOwnLimits() {
        times(4, () -> limits.search(agent));
        refused(() -> limits.search(agent), Problem.TOO_MANY_SEARCHES);
        times(3, () -> limits.reveal(agent, anybody()));
        refused(() -> limits.reveal(agent, anybody()), Problem.TOO_MANY_REVEALS);
        times(2, () -> limits.verify(agent));
        refused(() -> limits.verify(agent), Problem.TOO_MANY_VERIFICATIONS);
        times(5, () -> limits.act(agent, anybody()));
        refused(() -> limits.act(agent, anybody()), Problem.TOO_MANY_ACTIONS);
    }

    @Test
    void oneCustomerIsChangedSoOftenAndNoMoreByWhomever() {
        var jan = anybody();
        times(3, () -> limits.act(somebody(), jan));
        refused(() -> limits.act(somebody(), jan), Problem.TOO_MANY_FOR_CUSTOMER);
        limits.act(somebody(), anybody());
    }

    @Test
    void theSupervisorsAreToldOnceInAnHourForEachAgent() {
        times(4, () -> limits.search(agent));
        for (int attempt = 0; attempt < 5; attempt++) {
            refused(() -> limits.search(agent), Problem.TOO_MANY_SEARCHES);
        }
        assertThat(desk.mails()).extracting(mail -> mail.template()).containsExactly("limit-reached");
        assertThat(desk.trail().entries("reach-limit")).hasSize(1);
        assertThat(desk.bean(Alarms.class).lately())
                .filteredOn(alarm -> alarm.agent().equals(agent.name()))
                .singleElement()
                .satisfies(alarm -> assertThat(alarm.limit()).isEqualTo("searches"));
        desk.clock().move(Duration.ofHours(1));
        times(4, () -> limits.search(agent));
        refused(() -> limits.search(agent), Problem.TOO_MANY_SEARCHES);
        assertThat(desk.mails()).hasSize(2);
    }

    @Test
    void twentyRefusalsAtOnceOnTwoNodesAreOneMail() {
        times(4, () -> limits.search(agent));
        var turn = new AtomicInteger();
        Racers.race(20, () -> {
            (turn.getAndIncrement() % 2 == 0 ? limits : otherNode.bean(Limits.class)).search(agent);
            return "searched";
        });
        assertThat(desk.mails().size() + otherNode.mails().size()).isEqualTo(1);
    }

    private static void times(int count, Runnable deed) {
        for (int time = 0; time < count; time++) {
            deed.run();
        }
    }

    private static void refused(ThrowingCallable deed, Problem problem) {
        assertThatThrownBy(deed)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refusal -> assertThat(refusal.problem()).isEqualTo(problem));
    }

    private static Agent somebody() {
        return Employees.with("agent-" + UUID.randomUUID(), Employees.sam().permissions());
    }

    private static CustomerId anybody() {
        return new CustomerId(new DirectoryId("contoso"), UUID.randomUUID());
    }
}
