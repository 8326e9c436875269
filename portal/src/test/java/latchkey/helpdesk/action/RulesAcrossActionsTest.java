package latchkey.helpdesk.action;

import static latchkey.testing.Employees.robin;
import static latchkey.testing.Employees.sam;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import latchkey.access.Agent;
import latchkey.api.Problem;
import latchkey.directory.CustomerId;
import latchkey.directory.DirectoryFailure;
import latchkey.helpdesk.approval.Decisions;
import latchkey.helpdesk.cases.Cases;
import latchkey.helpdesk.credentials.CredentialSamples;
import latchkey.helpdesk.lifecycle.LifecycleSamples;
import latchkey.helpdesk.profile.ProfileSamples;
import latchkey.testing.Asvs;
import latchkey.testing.Employees;
import latchkey.testing.HelpDesk;
import latchkey.testing.Racers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** After credentials an account's addresses change only with more eyes, and what counts as having happened. */
class RulesAcrossActionsTest {

    private static final Duration DAY = Duration.ofHours(24);

    /** The rules alone: what proof a new address asks for is another test's. */
    private HelpDesk desk = HelpDesk.open(Map.of("latchkey.actions.proof.addresses", "one"));

    private final CustomerId jan = desk.jan();

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void whoResetThePasswordChangesNoAddressForADay() {
        done(sam(), CredentialSamples::reset);
        refused(sam(), RulesAcrossActionsTest::newMobile, Problem.ANOTHER_AGENT_REQUIRED);
        desk.clock().move(DAY.minusSeconds(1));
        refused(sam(), RulesAcrossActionsTest::newMobile, Problem.ANOTHER_AGENT_REQUIRED);
        desk.clock().move(Duration.ofSeconds(1));
        done(sam(), RulesAcrossActionsTest::newMobile);
    }

    @Test
    void theRefusalSaysUntilWhen() {
        var at = desk.clock().instant();
        done(sam(), CredentialSamples::reset);
        desk.clock().move(Duration.ofHours(3));
        assertThat(refused(sam(), RulesAcrossActionsTest::newMobile, Problem.ANOTHER_AGENT_REQUIRED)
                        .members())
                .containsEntry("until", at.plus(DAY))
                .containsEntry("approvalNeeded", true);
    }

    @Test
    void anotherAgentChangesItWithAnApprovalOnly() {
        done(sam(), CredentialSamples::reset);
        var asked = refused(robin(), RulesAcrossActionsTest::newMobile, Problem.APPROVAL_REQUIRED);
        approve(asked);
        done(robin(), RulesAcrossActionsTest::newMobile);
    }

    @Test
    void anApprovalDoesNotHelpWhoDidTheFirst() {
        desk.close();
        desk = HelpDesk.open(Map.of("latchkey.approval.required-for", "edit-attributes"));
        var lea = desk.jan();
        var waiting = carryOut(desk, sam(), lea, RulesAcrossActionsTest::newMobile);
        done(desk, sam(), lea, CredentialSamples::reset);
        approve((Result.Refused) waiting);
        assertThat(problem(carryOut(desk, sam(), lea, RulesAcrossActionsTest::newMobile)))
                .isEqualTo(Problem.ANOTHER_AGENT_REQUIRED);
        assertThat(desk.directory().writes()).isEmpty();
    }

    @Test
    void otherAttributesAndProtectionStayFree() {
        done(sam(), CredentialSamples::reset);
        done(sam(), ProfileSamples::edit);
        done(sam(), LifecycleSamples::block);
    }

    @Test
    void openingSignInCountsAsACredential() {
        done(sam(), LifecycleSamples::block);
        done(sam(), LifecycleSamples::unblock);
        refused(sam(), RulesAcrossActionsTest::newMobile, Problem.ANOTHER_AGENT_REQUIRED);
    }

    @Test
    void whatTheDirectoryRefusedHasNotHappened() {
        done(sam(), LifecycleSamples::block);
        failing(LifecycleSamples::unblock, new DirectoryFailure.NotAllowed("no", null, null));
        done(sam(), RulesAcrossActionsTest::newMobile);
    }

    @Test
    void whatNobodyKnowsTheEndOfCountsAsDone() {
        done(sam(), LifecycleSamples::block);
        failing(LifecycleSamples::unblock, new DirectoryFailure.OutcomeUnknown("lost", null, null, null));
        refused(sam(), RulesAcrossActionsTest::newMobile, Problem.ANOTHER_AGENT_REQUIRED);
    }

    @Test
    void aPasswordResetElsewhereAsksForAnApprovalOfEverybody() {
        desk.log().changedByOthers(jan, desk.clock().instant(), "Reset user password");
        refused(sam(), RulesAcrossActionsTest::newMobile, Problem.APPROVAL_REQUIRED);
        desk.clock().move(DAY.plusSeconds(1));
        done(sam(), RulesAcrossActionsTest::newMobile);
    }

    @Test
    void aNewMethodRegisteredElsewhereDoesSoToo() {
        desk.log().changedByOthers(jan, desk.clock().instant(), "User registered security info");
        refused(sam(), RulesAcrossActionsTest::newMobile, Problem.APPROVAL_REQUIRED);
    }

    @Test
    void twoHundredRefusedTriesDoNotPushTheResetOutOfSight() {
        done(sam(), CredentialSamples::reset);
        for (int attempt = 0; attempt < 250; attempt++) {
            desk.trail().note(latchkey.audit.Announcement.of(sam().actor(), "open-page", jan.subject()), "nothing");
        }
        refused(sam(), RulesAcrossActionsTest::newMobile, Problem.ANOTHER_AGENT_REQUIRED);
    }

    @Test
    void aRuleOfOnesOwnCanRefuseEverybody() {
        desk.close();
        desk = HelpDesk.open(Map.of(
                "latchkey.actions.rules.calm.after", "blocked",
                "latchkey.actions.rules.calm.then", "unblocked",
                "latchkey.actions.rules.calm.demand", "nobody"));
        var lea = desk.jan();
        done(desk, sam(), lea, LifecycleSamples::block);
        assertThat(problem(carryOut(desk, robin(), lea, LifecycleSamples::unblock)))
                .isEqualTo(Problem.COOLING_TIME);
    }

    @Test
    void theShippedRuleCanBeSwitchedOff() {
        desk.close();
        desk = HelpDesk.open(Map.of(
                "latchkey.actions.rules.after-credentials.after", "password",
                "latchkey.actions.rules.after-credentials.then", "addresses",
                "latchkey.actions.rules.after-credentials.demand", "nothing",
                "latchkey.actions.proof.addresses", "one"));
        var lea = desk.jan();
        done(desk, sam(), lea, CredentialSamples::reset);
        done(desk, sam(), lea, RulesAcrossActionsTest::newMobile);
    }

    /** Each pair starts at once: an address is never changed once the credential is under way. */
    @Test
    @Asvs("2.3.4")
    void aCredentialAndAnAddressAtTheSameMomentNeverBothPass() {
        for (int round = 0; round < 30; round++) {
            var lea = desk.jan();
            prepared(desk, sam(), lea);
            var turn = new AtomicInteger();
            var ends = Racers.race(
                    2,
                    () -> turn.getAndIncrement() == 0
                            ? carryOut(desk, sam(), lea, CredentialSamples::reset)
                            : carryOut(desk, sam(), lea, RulesAcrossActionsTest::newMobile));
            var entries = desk.trail().entries().stream()
                    .filter(entry -> lea.subject().equals(entry.announcement().subject()))
                    .filter(entry -> entry.announced() != null)
                    .map(entry -> entry.announcement().action())
                    .toList();
            assertThat(entries)
                    .as("round %s: %s", round, ends)
                    .isIn(
                            List.of("reset-password"),
                            List.of("edit-attributes"),
                            List.of("edit-attributes", "reset-password"));
        }
    }

    static Sample<?> newMobile(HelpDesk desk) {
        return ProfileSamples.edit(desk, Map.of("mobilePhone", "+4930123456789"));
    }

    private void failing(Function<HelpDesk, Sample<?>> what, DirectoryFailure with) {
        prepared(desk, sam(), jan);
        desk.directory().failWrites(with);
        carryOut(desk, sam(), jan, what);
        desk.directory().failWrites(null);
    }

    private void done(Agent agent, Function<HelpDesk, Sample<?>> what) {
        done(desk, agent, jan, what);
    }

    private static void done(HelpDesk desk, Agent agent, CustomerId customer, Function<HelpDesk, Sample<?>> what) {
        assertThat(carryOut(desk, agent, customer, what)).isInstanceOfAny(Result.Done.class, Result.Accepted.class);
    }

    private Result.Refused refused(Agent agent, Function<HelpDesk, Sample<?>> what, Problem problem) {
        var writes = desk.directory().writes().size();
        var result = carryOut(desk, agent, jan, what);
        assertThat(problem(result)).isEqualTo(problem);
        assertThat(desk.directory().writes()).hasSize(writes);
        return (Result.Refused) result;
    }

    private static Problem problem(Result result) {
        assertThat(result).isInstanceOf(Result.Refused.class);
        return ((Result.Refused) result).problem();
    }

    private static Result carryOut(
            HelpDesk desk, Agent agent, CustomerId customer, Function<HelpDesk, Sample<?>> what) {
        prepared(desk, agent, customer);
        return send(desk, agent, customer, what.apply(desk));
    }

    private static <C> Result send(HelpDesk desk, Agent agent, CustomerId customer, Sample<C> sample) {
        var under = desk.bean(Cases.class).current(agent, customer).orElseThrow();
        return sample.carryOut(desk, sample.submission(desk, agent, customer, under));
    }

    /** A case and a verified caller, as far as the agent has none. */
    private static void prepared(HelpDesk desk, Agent agent, CustomerId customer) {
        var under = desk.bean(Cases.class).current(agent, customer).orElseGet(() -> desk.caseFor(agent, customer));
        if (desk.bean(latchkey.helpdesk.verification.Verifications.class)
                .current(under, agent)
                .isEmpty()) {
            desk.verify(agent, under);
        }
    }

    private void approve(Result.Refused asked) {
        var id = UUID.fromString(String.valueOf(asked.members().get("approval")));
        var alex = Employees.with("alex", sam().permissions());
        desk.colleagues().comes(alex);
        desk.bean(Decisions.class).give(alex, id);
    }
}
