package latchkey.helpdesk.approval;

import static latchkey.testing.Employees.kim;
import static latchkey.testing.Employees.robin;
import static latchkey.testing.Employees.sam;
import static latchkey.testing.Employees.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import latchkey.access.Agent;
import latchkey.access.Authenticated;
import latchkey.api.Problem;
import latchkey.api.ProblemException;
import latchkey.helpdesk.cases.Case;
import latchkey.notify.Mail;
import latchkey.testing.Asvs;
import latchkey.testing.HelpDesk;
import latchkey.testing.Racers;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class ApprovalsTest {

    private static final ExactAction THIS = new ExactAction("a".repeat(64));
    private static final ExactAction OTHER = new ExactAction("b".repeat(64));

    private static final Evidence EVIDENCE =
            new Evidence(new TreeMap<>(Map.of("city", "Utrecht")), new TreeMap<>(Map.of("city", "Delft")), null);

    private final HelpDesk desk = HelpDesk.open(Map.of("latchkey.approval.required-for", "block-sign-in"));
    private final Approvals approvals = desk.bean(Approvals.class);
    private final Decisions decisions = desk.bean(Decisions.class);
    private final Case under = desk.caseFor(sam(), desk.jan());

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void whatNeedsNoSecondPersonGoesAhead() {
        assertThat(approvals.leaveFor(proposal("revoke-sessions", THIS, sam()))).isInstanceOf(Unneeded.class);
    }

    @Test
    void theFirstTryAsksASecondPerson() {
        var asked = ask();
        assertThat(approvals.waiting(robin())).extracting(ApprovalRequest::id).contains(asked);
        assertThat(ask()).as("asking again asks nobody twice").isEqualTo(asked);
    }

    @Test
    void aYesCountsOnce() {
        decisions.give(robin(), ask());
        assertThat(approvals.leaveFor(proposal("block-sign-in", THIS, sam()))).isInstanceOf(Approval.class);
        assertThat(ask()).isNotNull();
    }

    @Test
    void aYesCountsForOneExactActionOnly() {
        decisions.give(robin(), ask());
        refused(() -> approvals.leaveFor(proposal("block-sign-in", OTHER, sam())), Problem.APPROVAL_REQUIRED);
    }

    @Test
    void aYesCountsForWhoAskedOnly() {
        decisions.give(robin(), ask());
        refused(() -> approvals.leaveFor(proposal("block-sign-in", THIS, robin())), Problem.APPROVAL_REQUIRED);
    }

    @Test
    void nobodyApprovesTheirOwn() {
        var asked = ask();
        refused(() -> decisions.give(sam(), asked), Problem.NOT_PERMITTED);
        assertThat(desk.trail().entries("give-approval").getLast().code()).isEqualTo(Problem.NOT_PERMITTED.code());
    }

    @Test
    void whoMayNotApproveDoesNotEvenSeeIt() {
        var asked = ask();
        refused(() -> decisions.give(kim(), asked), Problem.APPROVAL_NOT_FOUND);
    }

    @Test
    void aNoIsFinal() {
        var asked = ask();
        decisions.deny(robin(), asked, null);
        refused(() -> decisions.give(robin(), asked), Problem.APPROVAL_NOT_VALID);
        refused(() -> approvals.leaveFor(proposal("block-sign-in", THIS, sam())), Problem.APPROVAL_REQUIRED);
    }

    @Test
    void aYesIsOverAfterAnHour() {
        decisions.give(robin(), ask());
        desk.clock().move(Duration.ofHours(1));
        refused(() -> approvals.leaveFor(proposal("block-sign-in", THIS, sam())), Problem.APPROVAL_REQUIRED);
    }

    @Test
    void aRequestIsOverAfterAnHour() {
        var asked = ask();
        desk.clock().move(Duration.ofHours(1));
        refused(() -> decisions.give(robin(), asked), Problem.APPROVAL_NOT_VALID);
    }

    @Test
    @Asvs("2.3.4")
    void fiftyWhoUseAYesAtOnceUseItOnce() {
        decisions.give(robin(), ask());
        var leaves = Racers.race(50, () -> approvals.leaveFor(proposal("block-sign-in", THIS, sam())));
        assertThat(leaves).filteredOn(Approval.class::isInstance).hasSize(1);
    }

    @Test
    void yesAndNoAtOnceEndInOneOfThem() {
        var asked = ask();
        var turn = new AtomicInteger();
        var answers = Racers.race(
                20,
                () -> turn.incrementAndGet() % 2 == 0
                        ? decisions.give(robin(), asked)
                        : decisions.deny(robin(), asked, null));
        assertThat(answers).filteredOn(ApprovalRequest.class::isInstance).hasSize(1);
    }

    @Test
    void anotherAccountOfTheSamePersonCannotApprove() {
        var asked = ask();
        var second = samsSecondAccount();
        desk.colleagues().comes(second);
        refused(() -> decisions.give(second, asked), Problem.NOT_PERMITTED);
    }

    @Test
    void whoDidTheEarlierChangeCannotApproveWhatFollows() {
        var asked = ask(Set.of(robin().key()));
        refused(() -> decisions.give(robin(), asked), Problem.APPROVER_INVOLVED);
    }

    @Test
    void aYesOfSomebodyWhoHasChangedTheAccountSinceDoesNotCount() {
        decisions.give(robin(), ask());
        refused(
                () -> approvals.leaveFor(proposal("block-sign-in", THIS, sam(), Set.of(robin().key()))),
                Problem.APPROVAL_REQUIRED);
    }

    @Test
    void aYesOfSomebodyWhoHasLostTheirRolesDoesNotCount() {
        decisions.give(robin(), ask());
        desk.colleagues().goes(robin());
        refused(() -> approvals.leaveFor(proposal("block-sign-in", THIS, sam())), Problem.APPROVAL_REQUIRED);
    }

    @Test
    void aYesOfSomebodyWhoMayNoLongerApproveDoesNotCount() {
        decisions.give(robin(), ask());
        desk.colleagues().comes(with("robin", kim().permissions()));
        refused(() -> approvals.leaveFor(proposal("block-sign-in", THIS, sam())), Problem.APPROVAL_REQUIRED);
    }

    @Test
    void aYesThatCameToNothingCountsAgainOnce() {
        decisions.give(robin(), ask());
        var leave = approvals.leaveFor(proposal("block-sign-in", THIS, sam()));
        approvals.giveBack(leave);
        assertThat(approvals.leaveFor(proposal("block-sign-in", THIS, sam()))).isInstanceOf(Approval.class);
        refused(() -> approvals.leaveFor(proposal("block-sign-in", THIS, sam())), Problem.APPROVAL_REQUIRED);
    }

    @Test
    void theSecondPersonSeesWhatWouldChangeAndWhyTheyAreAsked() {
        var asked = ask();
        assertThat(approvals.evidence(robin(), asked)).contains(EVIDENCE);
        assertThat(approvals.of(robin(), asked).grounds()).containsExactly(Ground.ACTION);
    }

    @Test
    void theValuesStandNowhereInClear() {
        var asked = ask();
        var row = desk.bean(JdbcClient.class)
                .sql("select approvals::text || encode(coalesce(sealed, ''), 'escape') from approvals where id = :id")
                .param("id", asked)
                .query(String.class)
                .single();
        assertThat(row).doesNotContain("Utrecht").doesNotContain("Delft");
    }

    @Test
    void thoseAtWorkWhoCouldDecideAreCounted() {
        assertThatThrownBy(() -> approvals.seek(proposal("block-sign-in", THIS, sam())))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        required -> assertThat(required.members()).containsEntry("atWork", 1));
    }

    @Test
    void thoseAtWorkWhoCouldDecideAreMailedOnce() {
        desk.colleagues().comes(reachable("alex"));
        ask();
        ask();
        assertThat(desk.mails())
                .filteredOn(mail -> mail.template().equals("approval-asked"))
                .extracting(Mail::to)
                .containsExactly("alex@contoso.example");
    }

    private UUID ask() {
        return ask(Set.of());
    }

    private UUID ask(Set<String> hands) {
        try {
            approvals.seek(proposal("block-sign-in", THIS, sam(), hands));
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

    private Proposal proposal(String action, ExactAction exact, Agent agent) {
        return proposal(action, exact, agent, Set.of());
    }

    private Proposal proposal(String action, ExactAction exact, Agent agent, Set<String> hands) {
        return new Proposal(action, exact, agent, under, Set.of(), hands, EVIDENCE);
    }

    private static Agent samsSecondAccount() {
        return account("sam-admin", sam().person(), null);
    }

    private static Agent reachable(String name) {
        return account(name, name, name + "@contoso.example");
    }

    private static Agent account(String name, String person, @Nullable String email) {
        return new Agent(
                sam().issuer(),
                name + "-oid",
                person,
                name,
                name + "@contoso.example",
                email,
                Set.of("supervisor"),
                sam().permissions(),
                sam().populations(),
                Authenticated.NOT_SAID);
    }
}
