package latchkey.helpdesk.caution;

import static latchkey.testing.Employees.kim;
import static latchkey.testing.Employees.robin;
import static latchkey.testing.Employees.sam;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import latchkey.api.Problem;
import latchkey.api.ProblemException;
import latchkey.audit.AuditUnavailable;
import latchkey.testing.HelpDesk;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One switch, for every node, that ends by itself. */
class CautionTest {

    private final HelpDesk desk = HelpDesk.open();
    private final HelpDesk otherNode = HelpDesk.open();
    private final Caution caution = desk.bean(Caution.class);

    /** All desks of this JVM share a database. */
    @BeforeEach
    @AfterEach
    void lower() {
        desk.trail().repair();
        if (caution.isRaised()) {
            caution.end(robin(), "the test is over");
        }
        desk.trail().forget();
    }

    @AfterEach
    void close() {
        desk.close();
        otherNode.close();
    }

    @Test
    void everyNodeKnowsAtOnce() {
        caution.raise(robin(), 4, "calls that push");
        assertThat(otherNode.bean(Caution.class).now()).hasValueSatisfying(raised -> {
            assertThat(raised.byName()).isEqualTo("robin");
            assertThat(raised.why()).isEqualTo("calls that push");
            assertThat(raised.until()).isEqualTo(desk.clock().instant().plus(Duration.ofHours(4)));
        });
        otherNode.bean(Caution.class).end(sam(), "it was a drill");
        assertThat(caution.isRaised()).isFalse();
        assertThat(caution.lately())
                .filteredOn(raised -> "it was a drill".equals(raised.endedWhy()))
                .isNotEmpty()
                .allMatch(raised -> "sam".equals(raised.endedByName()));
    }

    @Test
    void itEndsByItself() {
        caution.raise(robin(), 1, "calls that push");
        desk.clock().move(Duration.ofMinutes(60).minusSeconds(1));
        assertThat(caution.isRaised()).isTrue();
        desk.clock().move(Duration.ofSeconds(1));
        assertThat(caution.isRaised()).isFalse();
    }

    @Test
    void raisingItAnewCountsFromNow() {
        caution.raise(robin(), 1, "calls that push");
        desk.clock().move(Duration.ofMinutes(30));
        caution.raise(robin(), 24, "they go on");
        assertThat(caution.now().orElseThrow().until())
                .isEqualTo(desk.clock().instant().plus(Duration.ofHours(24)));
    }

    @Test
    void onAndOffAreInTheTrailWithWhoAndWhy() {
        caution.raise(robin(), 4, "calls that push");
        caution.end(sam(), "it was a drill");
        var raised = desk.trail().entries("raise-caution").getLast();
        assertThat(raised.announcement().actor().name()).isEqualTo("robin");
        assertThat(raised.announcement().reason()).isEqualTo("calls that push");
        assertThat(raised.announcement().facts()).isEqualTo(Map.of("hours", "4"));
        assertThat(desk.trail().entries("end-caution").getLast().announcement().reason())
                .isEqualTo("it was a drill");
    }

    @Test
    void whoMayNotOrSaysNotWhyRaisesNothing() {
        refused(() -> caution.raise(kim(), 4, "calls that push"), Problem.NOT_PERMITTED);
        refused(() -> caution.raise(robin(), 4, " "), Problem.INVALID_CAUTION);
        refused(() -> caution.raise(robin(), 4, "x".repeat(301)), Problem.INVALID_CAUTION);
        refused(() -> caution.raise(robin(), 3, "calls that push"), Problem.INVALID_CAUTION);
        refused(() -> caution.end(robin(), "over"), Problem.NOTHING_CHANGED);
        assertThat(caution.isRaised()).isFalse();
    }

    @Test
    void withoutTheTrailTheSwitchStaysWhereItIs() {
        desk.trail().breakDown();
        assertThatThrownBy(() -> caution.raise(robin(), 4, "calls that push")).isInstanceOf(AuditUnavailable.class);
        assertThat(caution.isRaised()).isFalse();
    }

    private static void refused(ThrowingCallable deed, Problem problem) {
        assertThatThrownBy(deed)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refusal -> assertThat(refusal.problem()).isEqualTo(problem));
    }
}
