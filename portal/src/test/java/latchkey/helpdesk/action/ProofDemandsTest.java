package latchkey.helpdesk.action;

import static latchkey.testing.Employees.robin;
import static latchkey.testing.Employees.sam;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.UUID;
import latchkey.api.Problem;
import latchkey.api.ProblemException;
import latchkey.directory.CustomerId;
import latchkey.directory.Method;
import latchkey.helpdesk.approval.Decisions;
import latchkey.helpdesk.cases.Case;
import latchkey.helpdesk.cases.Cases;
import latchkey.helpdesk.caution.CautionSwitch;
import latchkey.helpdesk.credentials.CredentialSamples;
import latchkey.helpdesk.lifecycle.LifecycleSamples;
import latchkey.helpdesk.profile.ProfileSamples;
import latchkey.helpdesk.sessions.SessionSamples;
import latchkey.helpdesk.verification.Vouching;
import latchkey.testing.HelpDesk;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How much proof of the caller a change asks for goes by what it changes. */
class ProofDemandsTest {

    private HelpDesk desk = HelpDesk.open();
    private CustomerId jan = desk.jan();
    private Case under = desk.caseFor(sam(), jan);

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void aLinkToAnAddressOnFileABlockAndARevokeAskForNoProof() {
        done(CredentialSamples.reset(desk));
        done(LifecycleSamples.block(desk));
        done(SessionSamples.revoke(desk));
    }

    @Test
    void theProfileAsksForOneProof() {
        refused(ProfileSamples.edit(desk), Problem.CALLER_NOT_VERIFIED);
        desk.verify(sam(), under);
        done(ProfileSamples.edit(desk));
    }

    @Test
    void anAddressAsksForASecondPersonBesideOneProof() {
        desk.verify(sam(), under);
        var asked = refused(newMobile(), Problem.APPROVAL_REQUIRED);
        assertThat(desk.directory().writes()).isEmpty();
        approve(asked);
        done(newMobile());
    }

    @Test
    void aSecondCodeOfTheSameKindReplacesNobodysYes() {
        desk.verify(sam(), under);
        desk.verify(sam(), under);
        refused(newMobile(), Problem.APPROVAL_REQUIRED);
    }

    @Test
    void twoProofsThatDoNotDependOnEachOtherNeedNobodysYes() {
        openWith(Map.of("latchkey.sms.url", "https://sms.example", "latchkey.actions.proof.addresses", "two"));
        desk.directory().giveMethods(jan, new Method("1", Method.Kind.MOBILE_PHONE, "+420 601123456"));
        desk.verify(sam(), under);
        refused(newMobile(), Problem.TWO_PROOFS_REQUIRED);
        desk.verifyByText(sam(), under);
        done(newMobile());
        assertThat(desk.trail()
                        .entries("edit-attributes")
                        .getLast()
                        .announcement()
                        .facts())
                .containsEntry("assurance", "two-methods");
    }

    @Test
    void heightenedCautionMakesTwoOfOneAndAYes() {
        desk.verify(sam(), under);
        var raised = HelpDesk.open();
        try {
            CautionSwitch.raise(raised, robin());
            refused(newMobile(), Problem.TWO_PROOFS_REQUIRED);
            assertThat(desk.directory().writes()).isEmpty();
        } finally {
            CautionSwitch.end(raised, robin());
            raised.close();
        }
    }

    @Test
    void whatTheAgentAloneSaysLeadsNobodyIntoAnAccount() {
        openWith(Map.of(
                "latchkey.verification.call-back.enabled",
                "true",
                "latchkey.directories.contoso.reset.show-generated-password",
                "true"));
        desk.directory().giveMethods(jan, new Method("1", Method.Kind.MOBILE_PHONE, "+420 601123456"));
        desk.ringBack(sam(), under);
        done(ProfileSamples.edit(desk));
        done(LifecycleSamples.block(desk));
        var asked = refused(LifecycleSamples.unblock(desk), Problem.APPROVAL_REQUIRED);
        refused(CredentialSamples.show(desk), Problem.APPROVAL_REQUIRED);
        refused(newMobile(), Problem.APPROVAL_REQUIRED);
        approve(asked);
        done(LifecycleSamples.unblock(desk));
    }

    @Test
    void whoeverVouchedForTheCallerIsNoSecondPerson() {
        Vouching.vouch(desk, sam(), under, robin());
        var asked = refused(newMobile(), Problem.APPROVAL_REQUIRED);
        var id = UUID.fromString(String.valueOf(asked.members().get("approval")));
        assertThatThrownBy(() -> desk.bean(Decisions.class).give(robin(), id))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refusal -> assertThat(refusal.problem()).isEqualTo(Problem.APPROVER_INVOLVED));
        assertThat(desk.directory().writes()).isEmpty();
    }

    @Test
    void besideACodeTheCallBackIsTheSecondProof() {
        openWith(Map.of("latchkey.verification.call-back.enabled", "true"));
        desk.directory().giveMethods(jan, new Method("1", Method.Kind.MOBILE_PHONE, "+420 601123456"));
        desk.verify(sam(), under);
        desk.ringBack(sam(), under);
        done(newMobile());
        assertThat(desk.trail()
                        .entries("edit-attributes")
                        .getLast()
                        .announcement()
                        .facts()
                        .get("proved-by"))
                .contains("called-back", "emailed-code");
    }

    @Test
    void whereOnlyTwoProofsDoNoYesHelps() {
        openWith(Map.of("latchkey.actions.proof.addresses", "two"));
        desk.verify(sam(), under);
        refused(newMobile(), Problem.TWO_PROOFS_REQUIRED);
        assertThat(desk.trail().entries("edit-attributes").getLast().code())
                .isEqualTo(Problem.TWO_PROOFS_REQUIRED.code());
        assertThat(desk.directory().writes()).isEmpty();
    }

    @Test
    void whatTheSettingsAskForCountsForOpenActionsToo() {
        openWith(Map.of("latchkey.actions.proof.password", "one"));
        refused(CredentialSamples.reset(desk), Problem.CALLER_NOT_VERIFIED);
        desk.verify(sam(), under);
        done(CredentialSamples.reset(desk));
    }

    @Test
    void theTrailTellsTheProofsAndHowSureTheyMakeUs() {
        desk.verify(sam(), under);
        done(ProfileSamples.edit(desk));
        var facts =
                desk.trail().entries("edit-attributes").getLast().announcement().facts();
        assertThat(facts).containsEntry("assurance", "one-address");
        assertThat(UUID.fromString(facts.get("verification"))).isNotNull();
    }

    private Sample<?> newMobile() {
        return ProfileSamples.edit(desk, Map.of("mobilePhone", "+4930123456789"));
    }

    private void openWith(Map<String, Object> settings) {
        desk.close();
        desk = HelpDesk.open(settings);
        jan = desk.jan();
        under = desk.caseFor(sam(), jan);
    }

    private void approve(Result.Refused asked) {
        desk.bean(Decisions.class)
                .give(robin(), UUID.fromString(String.valueOf(asked.members().get("approval"))));
    }

    private void done(Sample<?> sample) {
        assertThat(carryOut(sample)).isInstanceOfAny(Result.Done.class, Result.Accepted.class);
    }

    private Result.Refused refused(Sample<?> sample, Problem problem) {
        var result = carryOut(sample);
        assertThat(result)
                .isInstanceOfSatisfying(
                        Result.Refused.class,
                        refused -> assertThat(refused.problem()).isEqualTo(problem));
        return (Result.Refused) result;
    }

    private <C> Result carryOut(Sample<C> sample) {
        var current = desk.bean(Cases.class).current(sam(), jan).orElseThrow();
        return sample.carryOut(desk, sample.submission(desk, sam(), jan, current));
    }
}
