package latchkey.helpdesk.approval;

import static latchkey.testing.Employees.kim;
import static latchkey.testing.Employees.robin;
import static latchkey.testing.Employees.sam;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import latchkey.api.Problem;
import latchkey.api.ProblemException;
import latchkey.helpdesk.cases.Case;
import latchkey.testing.Asvs;
import latchkey.testing.HelpDesk;
import latchkey.testing.Racers;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ApprovalsTest {

    private static final ExactAction THIS = new ExactAction("a".repeat(64));
    private static final ExactAction OTHER = new ExactAction("b".repeat(64));

    private final HelpDesk desk = HelpDesk.open(Map.of("latchkey.approval.required-for", "block-sign-in"));
    private final Approvals approvals = desk.bean(Approvals.class);
    private final Case under = desk.caseFor(sam(), desk.jan());

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void whatNeedsNoSecondPersonGoesAhead() {
        assertThat(approvals.leaveFor("revoke-sessions", THIS, sam(), under, false))
                .isInstanceOf(Unneeded.class);
    }

    @Test
    void theFirstTryAsksASecondPerson() {
        var asked = ask();
        assertThat(approvals.waiting(robin())).extracting(ApprovalRequest::id).contains(asked);
        assertThat(ask()).as("asking again asks nobody twice").isEqualTo(asked);
    }

    @Test
    void aYesCountsOnce() {
        approvals.give(robin(), ask());
        assertThat(approvals.leaveFor("block-sign-in", THIS, sam(), under, false))
                .isInstanceOf(Approval.class);
        assertThat(ask()).isNotNull();
    }

    @Test
    void aYesCountsForOneExactActionOnly() {
        approvals.give(robin(), ask());
        refused(() -> approvals.leaveFor("block-sign-in", OTHER, sam(), under, false), Problem.APPROVAL_REQUIRED);
    }

    @Test
    void aYesCountsForWhoAskedOnly() {
        approvals.give(robin(), ask());
        refused(() -> approvals.leaveFor("block-sign-in", THIS, robin(), under, false), Problem.APPROVAL_REQUIRED);
    }

    @Test
    void nobodyApprovesTheirOwn() {
        var asked = ask();
        refused(() -> approvals.give(sam(), asked), Problem.NOT_PERMITTED);
        assertThat(desk.trail().entries("give-approval").getLast().code()).isEqualTo(Problem.NOT_PERMITTED.code());
    }

    @Test
    void whoMayNotApproveDoesNotEvenSeeIt() {
        var asked = ask();
        refused(() -> approvals.give(kim(), asked), Problem.APPROVAL_NOT_FOUND);
    }

    @Test
    void aNoIsFinal() {
        var asked = ask();
        approvals.deny(robin(), asked);
        refused(() -> approvals.give(robin(), asked), Problem.APPROVAL_NOT_VALID);
        refused(() -> approvals.leaveFor("block-sign-in", THIS, sam(), under, false), Problem.APPROVAL_REQUIRED);
    }

    @Test
    void aYesIsOverAfterAnHour() {
        approvals.give(robin(), ask());
        desk.clock().move(Duration.ofHours(1));
        refused(() -> approvals.leaveFor("block-sign-in", THIS, sam(), under, false), Problem.APPROVAL_REQUIRED);
    }

    @Test
    void aRequestIsOverAfterAnHour() {
        var asked = ask();
        desk.clock().move(Duration.ofHours(1));
        refused(() -> approvals.give(robin(), asked), Problem.APPROVAL_NOT_VALID);
    }

    @Test
    @Asvs("2.3.4")
    void fiftyWhoUseAYesAtOnceUseItOnce() {
        approvals.give(robin(), ask());
        var leaves = Racers.race(50, () -> approvals.leaveFor("block-sign-in", THIS, sam(), under, false));
        assertThat(leaves).filteredOn(Approval.class::isInstance).hasSize(1);
    }

    @Test
    void yesAndNoAtOnceEndInOneOfThem() {
        var asked = ask();
        var turn = new AtomicInteger();
        var decisions = Racers.race(
                20,
                () -> turn.incrementAndGet() % 2 == 0
                        ? approvals.give(robin(), asked)
                        : approvals.deny(robin(), asked));
        assertThat(decisions).filteredOn(ApprovalRequest.class::isInstance).hasSize(1);
    }

    private UUID ask() {
        try {
            approvals.leaveFor("block-sign-in", THIS, sam(), under, false);
            throw new AssertionError("leave was given though nobody was asked");
        } catch (ProblemException refused) {
            assertThat(refused.problem()).isEqualTo(Problem.APPROVAL_REQUIRED);
            return UUID.fromString(String.valueOf(refused.members().get("approval")));
        }
    }

    private static void refused(ThrowingCallable deed, Problem problem) {
        assertThatThrownBy(deed)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.problem()).isEqualTo(problem));
    }
}
