package latchkey.helpdesk.verification;

import static latchkey.testing.Employees.kim;
import static latchkey.testing.Employees.robin;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import latchkey.access.Agent;
import latchkey.api.Problem;
import latchkey.api.ProblemException;
import latchkey.audit.AuditUnavailable;
import latchkey.directory.AttributeKey;
import latchkey.directory.AttributeValue;
import latchkey.directory.Customer;
import latchkey.directory.CustomerId;
import latchkey.helpdesk.cases.Case;
import latchkey.testing.Asvs;
import latchkey.testing.HelpDesk;
import latchkey.testing.Racers;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class VerificationsTest {

    private final HelpDesk desk = HelpDesk.open();
    private final Verifications verifications = desk.bean(Verifications.class);
    private final CustomerId jan = desk.jan();
    private final Case under = desk.caseFor(kim(), jan);

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void aCallerWhoReadsTheCodeBackIsVerified() {
        var sent = send(kim(), under);
        var proof = verifications.answer(kim(), under, sent.id(), desk.lastCode());
        assertThat(proof.customer()).isEqualTo(jan);
        assertThat(proof.caseId()).isEqualTo(under.id());
        assertThat(proof.expiresAt()).isEqualTo(desk.clock().instant().plus(Duration.ofMinutes(15)));
        assertThat(verifications.current(under, kim())).isPresent();
    }

    @Test
    void theCodeMayBeTypedWithBlanksBetween() {
        var sent = send(kim(), under);
        var code = desk.lastCode();
        assertThat(verifications.answer(kim(), under, sent.id(), code.substring(0, 3) + " " + code.substring(3)))
                .isNotNull();
    }

    @Test
    void theCodeGoesToTheAddressOnFileAndPagesShowItMasked() {
        var sent = send(kim(), under);
        assertThat(desk.mails().getLast().to()).startsWith("jan.").endsWith("@example.com");
        assertThat(sent.sentTo()).isEqualTo("j•••@e•••.com");
    }

    @Test
    @Asvs("6.5.2")
    void theCodeIsKeptOnlyAsAHashAndPrintsNowhere() {
        var sent = send(kim(), under);
        var row = desk.bean(JdbcClient.class)
                .sql("select code_hash, sent_to, state from verifications where id = :id")
                .param("id", sent.id())
                .query()
                .singleRow();
        assertThat(row.toString()).doesNotContain(desk.lastCode());
        assertThat(desk.trail().entries().toString()).doesNotContain(desk.lastCode());
        assertThat(desk.mails().getLast().toString()).doesNotContain(desk.lastCode());
    }

    @Test
    @Asvs("6.6.3")
    void afterThreeWrongCodesTheRightOneNoLongerCounts() {
        var sent = send(kim(), under);
        for (int left = 2; left >= 0; left--) {
            refused(() -> verifications.answer(kim(), under, sent.id(), wrongCode()), Problem.VERIFICATION_FAILED);
        }
        refused(() -> verifications.answer(kim(), under, sent.id(), desk.lastCode()), Problem.VERIFICATION_EXPIRED);
        assertThat(verifications.current(under, kim())).isEmpty();
    }

    @Test
    @Asvs("16.3.3")
    void aWrongCodeIsInTheTrail() {
        var sent = send(kim(), under);
        refused(() -> verifications.answer(kim(), under, sent.id(), wrongCode()), Problem.VERIFICATION_FAILED);
        assertThat(desk.trail().entries("verify-caller").getLast().code())
                .isEqualTo(Problem.VERIFICATION_FAILED.code());
    }

    @Test
    @Asvs("6.6.3")
    void fiftyGuessesAtOnceGetThreeTries() {
        var sent = send(kim(), under);
        var answers = Racers.race(50, () -> verifications.answer(kim(), under, sent.id(), wrongCode()));
        assertThat(answers)
                .filteredOn(answer ->
                        answer instanceof ProblemException refused && refused.problem() == Problem.VERIFICATION_FAILED)
                .hasSize(3);
    }

    @Test
    @Asvs("6.5.1")
    void fiftyRightAnswersAtOnceProveOnce() {
        var sent = send(kim(), under);
        var code = desk.lastCode();
        var answers = Racers.race(50, () -> verifications.answer(kim(), under, sent.id(), code));
        assertThat(answers).filteredOn(VerifiedCaller.class::isInstance).hasSize(1);
    }

    @Test
    @Asvs("6.5.5")
    void aCodeIsOverAfterTenMinutes() {
        var sent = send(kim(), under);
        desk.clock().move(Duration.ofMinutes(10));
        refused(() -> verifications.answer(kim(), under, sent.id(), desk.lastCode()), Problem.VERIFICATION_EXPIRED);
    }

    @Test
    void aProofIsOverAfterFifteenMinutes() {
        desk.verify(kim(), under);
        desk.clock().move(Duration.ofMinutes(15).minusSeconds(1));
        assertThat(verifications.current(under, kim())).isPresent();
        desk.clock().move(Duration.ofSeconds(1));
        assertThat(verifications.current(under, kim())).isEmpty();
    }

    @Test
    void aNewCodeTakesTheOldOnesPlace() {
        var first = send(kim(), under);
        var firstCode = desk.lastCode();
        send(kim(), under);
        refused(() -> verifications.answer(kim(), under, first.id(), firstCode), Problem.VERIFICATION_EXPIRED);
    }

    @Test
    @Asvs("2.3.2")
    void theSixthCodeInAnHourIsRefusedWhoeverAsks() {
        for (int code = 0; code < 3; code++) {
            send(kim(), under);
        }
        var robins = desk.caseFor(robin(), jan);
        send(robin(), robins);
        send(robin(), robins);
        refused(() -> send(robin(), robins), Problem.VERIFICATION_LIMIT);
        assertThat(desk.mails()).hasSize(5);
        desk.clock().move(Duration.ofHours(1));
        assertThat(send(kim(), under)).isNotNull();
    }

    @Test
    void twentyWhoAskAtOnceGetNoMoreThanTheLimit() {
        var handle = handle();
        Racers.race(20, () -> verifications.start(kim(), under, handle));
        assertThat(desk.mails()).hasSize(5);
    }

    @Test
    void anAddressThatIsNotOnFileIsRefused() {
        refused(() -> verifications.start(kim(), under, "attacker@example.com"), Problem.STALE_FORM);
        assertThat(desk.mails()).isEmpty();
    }

    @Test
    void theAddressOfAnotherCustomerIsRefused() {
        var other = desk.directory().byId(desk.jan()).orElseThrow();
        var othersHandle = desk.bean(AddressesOnFile.class).of(other).getFirst().handle();
        refused(() -> verifications.start(kim(), under, othersHandle), Problem.STALE_FORM);
    }

    @Test
    void aCustomerWithoutAddressCannotBeVerifiedByMail() {
        hasOnly(Map.of());
        refused(() -> verifications.start(kim(), under, "any"), Problem.NO_ADDRESS_ON_FILE);
    }

    @Test
    void addressesInMailAndOtherMailsCountOnceEach() {
        hasOnly(Map.of(
                AttributeKey.MAIL, new AttributeValue.Text("a@example.com"),
                AttributeKey.OTHER_MAILS, new AttributeValue.Texts(List.of("A@EXAMPLE.com", "b@example.com"))));
        assertThat(desk.bean(AddressesOnFile.class)
                        .of(desk.directory().byId(jan).orElseThrow()))
                .extracting(AddressOnFile::address)
                .containsExactly("a@example.com", "b@example.com");
    }

    @Test
    @Asvs("6.6.2")
    void anotherAgentCannotAnswer() {
        var sent = send(kim(), under);
        var robins = desk.caseFor(robin(), jan);
        refused(
                () -> verifications.answer(robin(), robins, sent.id(), desk.lastCode()),
                Problem.VERIFICATION_NOT_FOUND);
    }

    @Test
    void aVerificationThatNeverWasIsNotFound() {
        refused(() -> verifications.answer(kim(), under, UUID.randomUUID(), "123456"), Problem.VERIFICATION_NOT_FOUND);
    }

    @Test
    void withoutTheTrailNoCodeIsSentAndNobodyIsVerified() {
        var handle = handle();
        desk.trail().breakDown();
        assertThatThrownBy(() -> verifications.start(kim(), under, handle)).isInstanceOf(AuditUnavailable.class);
        assertThat(desk.mails()).isEmpty();
        desk.trail().repair();
        var sent = send(kim(), under);
        desk.trail().breakDown();
        assertThatThrownBy(() -> verifications.answer(kim(), under, sent.id(), desk.lastCode()))
                .isInstanceOf(AuditUnavailable.class);
        assertThat(verifications.current(under, kim())).isEmpty();
    }

    private Verification send(Agent agent, Case of) {
        return verifications.start(agent, of, handle());
    }

    private String handle() {
        return desk.bean(AddressesOnFile.class)
                .of(desk.directory().byId(jan).orElseThrow())
                .getFirst()
                .handle();
    }

    private String wrongCode() {
        return desk.lastCode().equals("000000") ? "000001" : "000000";
    }

    private static void refused(ThrowingCallable deed, Problem problem) {
        assertThatThrownBy(deed)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.problem()).isEqualTo(problem));
    }

    private void hasOnly(Map<AttributeKey, AttributeValue> attributes) {
        var now = desk.directory().byId(jan).orElseThrow();
        desk.directory().put(new Customer(jan, now.displayName(), true, now.createdAt(), null, List.of(), attributes));
    }
}
