package latchkey.helpdesk.verification;

import static latchkey.testing.Employees.kim;
import static latchkey.testing.Employees.sam;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import latchkey.api.Problem;
import latchkey.api.ProblemException;
import latchkey.directory.Customer;
import latchkey.directory.CustomerId;
import latchkey.directory.Method;
import latchkey.helpdesk.cases.Case;
import latchkey.testing.Asvs;
import latchkey.testing.HelpDesk;
import latchkey.testing.Racers;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Ringing a customer back at a number on file: shown only for that, answered for by an agent who saw it, for a while. */
class CallBackTest {

    private static final String MOBILE = "+420601123456";

    private HelpDesk desk = HelpDesk.open(
            Map.of("latchkey.verification.call-back.enabled", "true", "latchkey.sms.url", "https://sms.example"));

    private CustomerId jan = desk.jan();
    private Case under = desk.caseFor(kim(), jan);

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void itIsNotOfferedUnlessItIsSwitchedOn() {
        desk.close();
        desk = HelpDesk.open();
        jan = desk.jan();
        assertThat(desk.bean(Verifications.class).ways(now(), null))
                .extracting(Way::method)
                .doesNotContain("called-back");
    }

    @Test
    void theNumberIsMaskedUntilTheAgentAsksForItUnderTheCaseAndThatIsNoted() {
        registered(MOBILE);
        var ringing = begun();
        assertThat(ringing.sentTo()).isEqualTo("+420 ••• 56");
        assertThat(ringing.toString()).doesNotContain("601123");
        assertThat(verifications().number(kim(), under, ringing.id())).isEqualTo(MOBILE);
        assertThat(desk.texts()).isEmpty();
        assertThat(desk.mails()).isEmpty();
        assertThat(desk.trail().entries("show-number"))
                .singleElement()
                .satisfies(shown -> assertThat(shown.announcement().caseId()).isEqualTo(under.id()));
        assertThat(desk.trail().looks())
                .anySatisfy(look -> assertThat(look.action()).isEqualTo("reveal"));
    }

    @Test
    void whoeverReachedTheCustomerHasOneProofByPhoneThatTheTrailNames() {
        registered(MOBILE);
        var proof = reached();
        assertThat(proof.methods()).containsExactly("called-back");
        assertThat(proof.assurance()).isEqualTo(Assurance.ONE_ADDRESS);
        assertThat(proof.isOnlyStated()).isTrue();
        assertThat(desk.trail()
                        .entries("verify-caller")
                        .getLast()
                        .announcement()
                        .facts())
                .containsEntry("method", "called-back")
                .containsEntry("result", "reached");
    }

    @Test
    void whoHasNotSeenTheNumberCannotSayThatTheyRang() {
        registered(MOBILE);
        var ringing = begun();
        refused(() -> end(ringing, CallResult.REACHED), Problem.NUMBER_NOT_SHOWN);
        assertThat(verifications().current(under, kim())).isEmpty();
    }

    @Test
    void nobodyReachedProvesNothing() {
        registered(MOBILE);
        var ringing = shown();
        end(ringing, CallResult.NOT_REACHED);
        assertThat(verifications().current(under, kim())).isEmpty();
        refused(() -> end(ringing, CallResult.REACHED), Problem.CALL_BACK_OVER);
    }

    @Test
    void somebodyElseOnThePhoneIsAFailureThatTheNextAgentReads() {
        registered(MOBILE);
        end(shown(), CallResult.SOMEBODY_ELSE);
        assertThat(verifications().current(under, kim())).isEmpty();
        assertThat(desk.trail().entries("verify-caller").getLast().code())
                .isEqualTo(Problem.VERIFICATION_FAILED.code());
    }

    @Test
    void aCallBackIsOverAfterItsTime() {
        registered(MOBILE);
        var ringing = shown();
        desk.clock().move(Duration.ofMinutes(11));
        refused(() -> end(ringing, CallResult.REACHED), Problem.CALL_BACK_OVER);
        refused(() -> verifications().number(kim(), under, ringing.id()), Problem.CALL_BACK_OVER);
        assertThat(verifications().ringing(under, kim())).isEmpty();
    }

    @Test
    void aNumberThatCameOnFileALittleWhileAgoIsNotRung() {
        registered(MOBILE);
        desk.log().changedByOthers(jan, desk.clock().instant(), "User registered security info");
        refused(this::begun, Problem.ADDRESS_TOO_NEW);
        desk.clock().move(Duration.ofHours(73));
        assertThat(begun().state()).isEqualTo(Verification.State.RINGING);
    }

    @Test
    void aLandlineIsRungThoughItTakesNoTextMessage() {
        registered("+49 30 901820");
        assertThat(way("texted-code").choices()).isEmpty();
        assertThat(verifications().number(kim(), under, begun().id())).isEqualTo("+4930901820");
    }

    @Test
    void aNumberThatCostsMoreThanACallIsNotOffered() {
        registered("+49 900 1123456");
        assertThat(way("called-back").whyNot()).isEqualTo("no-phone-to-call");
    }

    @Test
    void textAndCallToAPhoneAreOneProofWhicheverComesFirst() {
        registered(MOBILE);
        desk.verifyByText(kim(), under);
        assertThat(way("called-back").gone()).isTrue();
        var proof = reached();
        assertThat(proof.assurance()).isEqualTo(Assurance.ONE_ADDRESS);
        assertThat(proof.methods()).containsExactly("texted-code");
    }

    @Test
    void aTextedCodeIsWorthMoreThanTheCallBeforeIt() {
        registered(MOBILE);
        reached();
        assertThat(way("texted-code").gone()).isFalse();
        desk.verifyByText(kim(), under);
        assertThat(proof().isOnlyStated()).isFalse();
    }

    @Test
    void aMailedCodeAndACallAreTwo() {
        registered(MOBILE);
        desk.verify(kim(), under);
        var proof = reached();
        assertThat(proof.assurance()).isEqualTo(Assurance.TWO_METHODS);
        assertThat(proof.isOnlyStated()).isFalse();
    }

    @Test
    @Asvs("8.2.2")
    void aCallBackIsNobodyElses() {
        registered(MOBILE);
        var ringing = begun();
        var sams = desk.caseFor(sam(), jan);
        refused(() -> verifications().number(sam(), sams, ringing.id()), Problem.VERIFICATION_NOT_FOUND);
        refused(
                () -> verifications().ended(sam(), sams, ringing.id(), CallResult.REACHED),
                Problem.VERIFICATION_NOT_FOUND);
    }

    @Test
    void codesAndCallBacksOfACustomerAreCountedTogether() {
        registered(MOBILE);
        for (int call = 0; call < 5; call++) {
            begun();
        }
        refused(() -> desk.verify(kim(), under), Problem.VERIFICATION_LIMIT);
    }

    @Test
    @Asvs("2.3.4")
    void whatCameOfACallIsSaidOnceHoweverManySayIt() {
        registered(MOBILE);
        var ringing = shown();
        var said = Racers.race(20, () -> verifications().ended(kim(), under, ringing.id(), CallResult.REACHED));
        assertThat(said.stream().filter(Verification.class::isInstance)).hasSize(1);
        assertThat(desk.trail().entries("verify-caller")).hasSize(1);
    }

    private VerifiedCaller reached() {
        end(shown(), CallResult.REACHED);
        return proof();
    }

    private Verification shown() {
        var ringing = begun();
        verifications().number(kim(), under, ringing.id());
        return ringing;
    }

    private Verification begun() {
        var place = way("called-back").choices().getFirst();
        return verifications().start(kim(), under, place.handle());
    }

    private void end(Verification ringing, CallResult result) {
        verifications().ended(kim(), under, ringing.id(), result);
    }

    private VerifiedCaller proof() {
        return verifications().current(under, kim()).orElseThrow();
    }

    private Way way(String method) {
        Optional<VerifiedCaller> proven = verifications().current(under, kim());
        return verifications().waysLookedUp(kim(), desk.directory(), now(), proven.orElse(null)).stream()
                .filter(way -> way.method().equals(method))
                .findFirst()
                .orElseThrow();
    }

    private void registered(String number) {
        desk.directory().giveMethods(jan, new Method(UUID.randomUUID().toString(), Method.Kind.MOBILE_PHONE, number));
    }

    private Verifications verifications() {
        return desk.bean(Verifications.class);
    }

    private Customer now() {
        return desk.directory().byId(jan).orElseThrow();
    }

    private static void refused(ThrowingCallable deed, Problem problem) {
        assertThatThrownBy(deed)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refusal -> assertThat(refusal.problem()).isEqualTo(problem));
    }
}
