package latchkey.helpdesk.cases;

import static latchkey.testing.Employees.kim;
import static latchkey.testing.Employees.robin;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import latchkey.api.Problem;
import latchkey.api.ProblemException;
import latchkey.testing.Asvs;
import latchkey.testing.HelpDesk;
import latchkey.testing.Racers;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CasesTest {

    private final HelpDesk desk = HelpDesk.open(Map.of("latchkey.cases.ticket-pattern", "INC[0-9]{1,8}"));
    private final Cases cases = desk.bean(Cases.class);

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void anAgentHasOneOpenCasePerCustomer() {
        var jan = desk.jan();
        var first = cases.open(kim(), jan, opening());
        assertThat(cases.open(kim(), jan, opening())).isEqualTo(first);
        assertThat(cases.open(robin(), jan, opening())).isNotEqualTo(first);
    }

    @Test
    void thirtyOpeningsAtOnceMakeOneCase() {
        var jan = desk.jan();
        var opened = Racers.race(30, () -> cases.open(kim(), jan, opening()).id());
        assertThat(opened).containsOnly(opened.getFirst());
        assertThat(cases.current(kim(), jan).map(Case::id)).hasValue((UUID) opened.getFirst());
    }

    @Test
    void aClosedCaseMakesRoomForANewOne() {
        var jan = desk.jan();
        var first = cases.open(kim(), jan, opening());
        cases.close(kim(), first.id(), CaseOutcome.HELPED);
        assertThat(cases.current(kim(), jan)).isEmpty();
        assertThat(cases.open(kim(), jan, opening())).isNotEqualTo(first);
    }

    @Test
    void aCaseClosesOnce() {
        var opened = cases.open(kim(), desk.jan(), opening());
        cases.close(kim(), opened.id(), CaseOutcome.HELPED);
        refused(() -> cases.close(kim(), opened.id(), CaseOutcome.HELPED), Problem.CASE_CLOSED);
    }

    @Test
    void yesterdaysCaseIsTakenAsAbandoned() {
        var jan = desk.jan();
        var yesterdays = cases.open(kim(), jan, opening());
        desk.clock().move(Duration.ofHours(9));
        assertThat(cases.current(kim(), jan)).isEmpty();
        refused(() -> cases.openOf(kim(), yesterdays.id()), Problem.CASE_CLOSED);
        assertThat(cases.open(kim(), jan, opening())).isNotEqualTo(yesterdays);
        assertThat(cases.of(kim(), yesterdays.id()).outcome()).isEqualTo(CaseOutcome.ABANDONED);
    }

    @Test
    void aCaseNeedsOneOfTheReasons() {
        var jan = desk.jan();
        refused(() -> cases.open(kim(), jan, new CaseOpening(null, null, null)), Problem.INVALID_CASE);
        refused(() -> cases.open(kim(), jan, new CaseOpening("bored", null, null)), Problem.INVALID_CASE);
    }

    @Test
    void aTicketMustLookLikeOne() {
        var jan = desk.jan();
        refused(() -> cases.open(kim(), jan, new CaseOpening("other", null, "none")), Problem.INVALID_CASE);
        assertThat(cases.open(kim(), jan, new CaseOpening("other", null, "INC42"))
                        .ticket())
                .isEqualTo("INC42");
    }

    @Test
    @Asvs("1.3.3")
    void overlongWordsAreRefused() {
        var jan = desk.jan();
        refused(() -> cases.open(kim(), jan, new CaseOpening("other", "x".repeat(501), null)), Problem.INVALID_CASE);
    }

    @Test
    @Asvs("8.2.2")
    void somebodyElsesCaseIsNotFound() {
        var kims = cases.open(kim(), desk.jan(), opening());
        refused(() -> cases.of(robin(), kims.id()), Problem.CASE_NOT_FOUND);
        refused(() -> cases.note(robin(), kims.id(), "hello"), Problem.CASE_NOT_FOUND);
    }

    @Test
    void notesStandInTheirOrder() {
        var opened = cases.open(kim(), desk.jan(), opening());
        cases.note(kim(), opened.id(), "first");
        cases.note(kim(), opened.id(), " second ");
        assertThat(cases.notes(opened)).extracting(CaseNote::note).containsExactly("first", "second");
        refused(() -> cases.note(kim(), opened.id(), "  "), Problem.INVALID_CASE);
    }

    @Test
    void openingAndClosingAreInTheTrail() {
        var opened = cases.open(kim(), desk.jan(), opening());
        cases.close(kim(), opened.id(), CaseOutcome.NOT_HELPED);
        assertThat(desk.trail().entries("open-case")).hasSize(1);
        assertThat(desk.trail().entries("close-case").getFirst().announcement().facts())
                .containsEntry("outcome", "NOT_HELPED");
    }

    private static CaseOpening opening() {
        return new CaseOpening("other", "called in", null);
    }

    private static void refused(ThrowingCallable deed, Problem problem) {
        assertThatThrownBy(deed)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.problem()).isEqualTo(problem));
    }
}
