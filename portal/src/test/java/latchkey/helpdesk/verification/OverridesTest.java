package latchkey.helpdesk.verification;

import static latchkey.testing.Employees.kim;
import static latchkey.testing.Employees.pat;
import static latchkey.testing.Employees.robin;
import static latchkey.testing.Employees.sam;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import latchkey.access.Agent;
import latchkey.access.Authenticated;
import latchkey.access.Permission;
import latchkey.api.Problem;
import latchkey.api.ProblemException;
import latchkey.audit.RememberedTrail;
import latchkey.directory.CustomerId;
import latchkey.helpdesk.cases.Case;
import latchkey.helpdesk.cases.CaseOutcome;
import latchkey.helpdesk.cases.Cases;
import latchkey.helpdesk.caution.CautionSwitch;
import latchkey.notify.Mail;
import latchkey.testing.Asvs;
import latchkey.testing.Employees;
import latchkey.testing.HelpDesk;
import latchkey.testing.Racers;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A supervisor's word for a caller who can prove nothing: by another person, for a while, loud, and looked at afterwards. */
class OverridesTest {

    private static final String WHY = "Mailbox and phone burnt with the house, known from the shop";

    private HelpDesk desk = HelpDesk.open(Map.of("latchkey.verification.override.mail-to", "lead@contoso.example"));

    private CustomerId jan = desk.jan();
    private Case under = desk.caseFor(kim(), jan);

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void itCountsAsOneProofForThatCaseAndAgentForTenMinutes() {
        given();
        var proof = verifications().current(under, kim()).orElseThrow();
        assertThat(proof.methods()).containsExactly("override");
        assertThat(proof.assurance()).isEqualTo(Assurance.ONE_ADDRESS);
        assertThat(proof.vouchedBy()).contains(robin().key());
        assertThat(verifications().current(desk.caseFor(sam(), jan), sam())).isEmpty();
        desk.clock().move(Duration.ofMinutes(10).plusSeconds(1));
        assertThat(verifications().current(under, kim())).isEmpty();
    }

    @Test
    void besideACodeItMakesNoSecondProof() {
        given();
        desk.verify(kim(), under);
        var proof = verifications().current(under, kim()).orElseThrow();
        assertThat(proof.assurance()).isEqualTo(Assurance.ONE_ADDRESS);
        assertThat(proof.methods()).containsExactly("emailed-code");
        assertThat(proof.vouchedBy()).isEmpty();
    }

    @Test
    void theAdministratorAndTheSupervisorsAreToldAtOnceWithoutTheCustomersName() {
        given();
        assertThat(desk.mails())
                .filteredOn(mail -> mail.template().equals("override-given"))
                .hasSize(2)
                .extracting(Mail::to)
                .containsExactly("administrator@localhost", "lead@contoso.example");
        assertThat(desk.mails().toString()).doesNotContain("Jan");
    }

    @Test
    void theTrailHasWhoAskedWhoGaveWhyAndWhoLooked() {
        var id = given();
        overrides().review(sam(), id, OverrideCase.Finding.JUSTIFIED, "Rang the shop, they know him well");
        assertThat(desk.trail().entries("ask-override")).hasSize(1);
        var gave = desk.trail().entries("give-override").getLast();
        assertThat(gave.announcement().reason()).isEqualTo(WHY);
        assertThat(gave.announcement().caseId()).isEqualTo(under.id());
        assertThat(gave.announcement().facts()).containsEntry("asked-by", kim().key());
        assertThat(desk.trail()
                        .entries("review-override")
                        .getLast()
                        .announcement()
                        .facts())
                .containsEntry("finding", "JUSTIFIED");
    }

    @Test
    @Asvs("8.2.1")
    void nobodyGivesItWithoutTheRight() {
        var id = asked();
        refused(() -> overrides().give(pat(), id, WHY), Problem.NOT_PERMITTED);
        assertThat(desk.trail().entries("give-override").getLast().code()).isEqualTo(Problem.NOT_PERMITTED.code());
        assertThat(verifications().current(under, kim())).isEmpty();
    }

    @Test
    void nobodyGivesItToTheirOwnCase() {
        var own = desk.caseFor(robin(), desk.jan());
        var id = overrides().ask(robin(), own, WHY);
        refused(() -> overrides().give(robin(), id, WHY), Problem.OVERRIDE_INVOLVED);
    }

    @Test
    void norUnderAnotherAccountOfTheSamePerson() {
        var kims = supervisor("kim.supervisor", kim().person());
        var id = asked();
        refused(() -> overrides().give(kims, id, WHY), Problem.OVERRIDE_INVOLVED);
        assertThat(desk.trail().entries("give-override").getLast().code()).isEqualTo(Problem.OVERRIDE_INVOLVED.code());
    }

    @Test
    void aReasonOfAWordIsNone() {
        refused(() -> overrides().ask(kim(), under, "urgent"), Problem.INVALID_OVERRIDE);
        var id = asked();
        refused(() -> overrides().give(robin(), id, " ok                          "), Problem.INVALID_OVERRIDE);
        refused(() -> overrides().give(robin(), id, "x".repeat(501)), Problem.INVALID_OVERRIDE);
    }

    @Test
    void duringHeightenedCautionNobodysWordCounts() {
        var id = given();
        var waiting = overrides().ask(sam(), desk.caseFor(sam(), jan), WHY);
        CautionSwitch.raise(desk, robin());
        try {
            assertThat(overrides().isOffered()).isFalse();
            assertThat(verifications().current(under, kim())).isEmpty();
            refused(() -> overrides().ask(kim(), under, WHY), Problem.OVERRIDE_DURING_CAUTION);
            refused(() -> overrides().give(robin(), waiting, WHY), Problem.OVERRIDE_DURING_CAUTION);
        } finally {
            CautionSwitch.end(desk, robin());
        }
        assertThat(overrides().of(robin(), id).isGiven()).isTrue();
    }

    @Test
    void switchedOffThereIsNone() {
        desk.close();
        desk = HelpDesk.open(Map.of("latchkey.verification.override.enabled", "false"));
        jan = desk.jan();
        under = desk.caseFor(kim(), jan);
        assertThat(overrides().isOffered()).isFalse();
        refused(() -> overrides().ask(kim(), under, WHY), Problem.OVERRIDE_SWITCHED_OFF);
    }

    @Test
    void aRequestIsOverAfterHalfAnHourAndCanBeMadeAgain() {
        var id = asked();
        refused(() -> overrides().ask(kim(), under, WHY), Problem.OVERRIDE_WAITS);
        desk.clock().move(Duration.ofMinutes(31));
        refused(() -> overrides().give(robin(), id, WHY), Problem.OVERRIDE_OVER);
        overrides().give(robin(), asked(), WHY);
        assertThat(verifications().current(under, kim())).isPresent();
    }

    @Test
    void aCaseThatIsClosedNeedsNobodysWord() {
        var id = asked();
        desk.bean(Cases.class).close(kim(), under.id(), CaseOutcome.values()[0]);
        refused(() -> overrides().give(robin(), id, WHY), Problem.OVERRIDE_OVER);
    }

    @Test
    @Asvs("2.3.4")
    void ofManyWhoGiveItAtOnceOneDoesAndOneMailIsSentToEach() {
        var id = asked();
        var outcomes = Racers.race(20, () -> overrides().give(robin(), id, WHY));
        assertThat(outcomes.stream().filter(OverrideCase.class::isInstance).count())
                .isEqualTo(1);
        assertThat(desk.trail().entries("give-override").stream().filter(OverridesTest::happened))
                .hasSize(1);
        assertThat(desk.mails().stream().filter(mail -> mail.template().equals("override-given")))
                .hasSize(2);
    }

    @Test
    @Asvs("2.3.4")
    void ofManyWhoReviewItAtOnceOneDoes() {
        var id = given();
        var outcomes = Racers.race(
                20,
                () -> overrides().review(sam(), id, OverrideCase.Finding.NOT_JUSTIFIED, "Nobody rang the shop at all"));
        assertThat(outcomes.stream().filter(OverrideCase.class::isInstance).count())
                .isEqualTo(1);
        assertThat(desk.trail().entries("review-override").stream().filter(OverridesTest::happened))
                .hasSize(1);
    }

    @Test
    void neitherWhoGaveItNorWhoAskedForItLooksAtIt() {
        desk.close();
        desk = HelpDesk.open();
        jan = desk.jan();
        under = desk.caseFor(sam(), jan);
        var id = overrides().ask(sam(), under, WHY);
        overrides().give(robin(), id, WHY);
        for (var involved : List.of(sam(), robin(), supervisor("robin.two", robin().person()))) {
            refused(
                    () -> overrides().review(involved, id, OverrideCase.Finding.JUSTIFIED, WHY),
                    Problem.OVERRIDE_INVOLVED);
        }
        var other = supervisor("lou", "lou");
        assertThat(overrides()
                        .review(other, id, OverrideCase.Finding.JUSTIFIED, WHY)
                        .finding())
                .isEqualTo(OverrideCase.Finding.JUSTIFIED);
    }

    @Test
    void oneThatNobodyLooksAtForAWeekStandsOut() {
        var id = given();
        assertThat(overrides().isOverdue(overrides().of(sam(), id))).isFalse();
        desk.clock().move(Duration.ofDays(7).plusSeconds(1));
        assertThat(overrides().isOverdue(overrides().of(sam(), id))).isTrue();
        assertThat(overrides().open(sam()))
                .anySatisfy(one -> assertThat(one.id()).isEqualTo(id));
    }

    @Test
    void whoeverDoesNotSeeTheCustomerKnowsOfNone() {
        var id = asked();
        var elsewhere = Employees.with("lou", EnumSet.allOf(Permission.class), java.util.Set.of());
        refused(() -> overrides().give(elsewhere, id, WHY), Problem.OVERRIDE_NOT_FOUND);
        assertThat(overrides().open(elsewhere)).isEmpty();
    }

    private static boolean happened(RememberedTrail.Entry entry) {
        return entry.code() == null;
    }

    private UUID given() {
        var id = asked();
        overrides().give(robin(), id, WHY);
        return id;
    }

    private UUID asked() {
        return overrides().ask(kim(), under, WHY);
    }

    private static Agent supervisor(String name, String person) {
        var account = Employees.with(name, EnumSet.allOf(Permission.class));
        return new Agent(
                account.issuer(),
                account.objectId(),
                person,
                account.name(),
                account.username(),
                account.email(),
                account.roles(),
                account.permissions(),
                account.populations(),
                Authenticated.NOT_SAID);
    }

    private Overrides overrides() {
        return desk.bean(Overrides.class);
    }

    private Verifications verifications() {
        return desk.bean(Verifications.class);
    }

    private static void refused(ThrowingCallable deed, Problem problem) {
        assertThatThrownBy(deed)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refusal -> assertThat(refusal.problem()).isEqualTo(problem));
    }
}
