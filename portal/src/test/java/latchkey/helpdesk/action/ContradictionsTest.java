package latchkey.helpdesk.action;

import static latchkey.testing.Employees.kim;
import static latchkey.testing.Employees.robin;
import static latchkey.testing.Employees.sam;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import latchkey.access.Agent;
import latchkey.api.ProblemException;
import latchkey.directory.AttributeKey;
import latchkey.directory.AttributeValue;
import latchkey.directory.Customer;
import latchkey.directory.CustomerId;
import latchkey.directory.LogReading;
import latchkey.helpdesk.credentials.CredentialSamples;
import latchkey.helpdesk.verification.AddressesOnFile;
import latchkey.helpdesk.verification.Verifications;
import latchkey.testing.HelpDesk;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What an agent is told before they believe a caller. */
class ContradictionsTest {

    private final HelpDesk desk = HelpDesk.open();
    private final CustomerId jan = desk.jan();

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void ofACalmAccountNothingIsToldButWhatWeCannotKnow() {
        desk.log().isRead(new LogReading(true, desk.clock().instant(), null, List.of()));
        assertThat(about(kim())).extracting(Contradiction::code).containsExactly("older");
        assertThat(about(kim()).getFirst().at())
                .isEqualTo(desk.clock().instant().minus(Duration.ofDays(30)));
    }

    @Test
    void anAddressThatOthersChangedLatelyIsToldForAMonth() {
        var then = desk.clock().instant();
        desk.log().changedByOthers(jan, then, "Update user", "OtherMail");
        assertThat(one("addresses-changed").at()).isEqualTo(then);
        desk.clock().move(Duration.ofDays(30).plusSeconds(1));
        assertThat(codes()).doesNotContain("addresses-changed");
    }

    @Test
    void aMethodThatSomebodyRegisteredIsTold() {
        desk.log().changedByOthers(jan, desk.clock().instant(), "User registered security info");
        assertThat(codes()).contains("methods-changed");
    }

    @Test
    void theSecondRecoveryOfAMonthIsTold() {
        desk.log().changedByOthers(jan, desk.clock().instant(), "Reset user password");
        desk.log().changedByOthers(jan, desk.clock().instant(), "Update PasswordProfile");
        assertThat(codes()).doesNotContain("recoveries");
        desk.clock().move(Duration.ofDays(3));
        resets(sam());
        assertThat(one("recoveries").count()).isEqualTo(2);
    }

    @Test
    void verificationsThatFailedTodayAreToldWithWhomTheyFailed() {
        failsAt(robin());
        failsAt(sam());
        assertThat(one("failed-with-others").count()).isEqualTo(2);
        assertThat(about(sam()))
                .filteredOn(one -> one.code().equals("failed-with-others"))
                .extracting(Contradiction::count)
                .containsExactly(1L);
        assertThat(about(sam()))
                .filteredOn(one -> one.code().equals("failed-with-you"))
                .extracting(Contradiction::count)
                .containsExactly(1L);
        desk.clock().move(Duration.ofHours(25));
        assertThat(codes()).doesNotContain("failed-with-others", "failed-with-you");
    }

    @Test
    void aSignInOfTodayIsTold() {
        var then = desk.clock().instant();
        desk.log().signedIn(jan, then);
        desk.clock().move(Duration.ofHours(1));
        assertThat(one("signed-in").at()).isEqualTo(then);
        desk.clock().move(Duration.ofHours(24));
        assertThat(codes()).doesNotContain("signed-in");
    }

    @Test
    void anAddressThatOtherCustomersHaveTooIsCountedAndNobodyNamed() {
        var other = desk.directory().byId(desk.jan()).orElseThrow();
        assertThat(codes()).doesNotContain("shared-address");
        desk.directory()
                .put(new Customer(
                        other.id(),
                        other.displayName(),
                        true,
                        other.createdAt(),
                        null,
                        other.signInNames(),
                        Map.of(AttributeKey.MAIL, new AttributeValue.Text(address()))));
        assertThat(one("shared-address").count()).isEqualTo(1);
        assertThat(about(kim()).toString()).doesNotContain(other.id().objectId().toString(), address());
    }

    @Test
    void whatTheLogDoesNotSayIsTold() {
        var now = desk.clock().instant();
        assertThat(codes()).contains("log-not-read");
        desk.log().isRead(new LogReading(false, null, null, List.of()));
        assertThat(codes()).contains("no-log");
        var gap = new LogReading.Gap(now.minus(Duration.ofDays(9)), now.minus(Duration.ofDays(8)));
        desk.log().isRead(new LogReading(true, now, LogReading.Trouble.THROTTLED, List.of(gap)));
        assertThat(codes()).contains("log-read-until", "log-gap").doesNotContain("no-log");
        assertThat(about(kim()))
                .filteredOn(one -> one.code().startsWith("log-") || one.code().equals("older"))
                .noneMatch(Contradiction::known);
    }

    private List<String> codes() {
        return about(kim()).stream().map(Contradiction::code).toList();
    }

    private Contradiction one(String code) {
        return about(kim()).stream()
                .filter(found -> found.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new AssertionError(code + " is not told, but " + codes()));
    }

    private List<Contradiction> about(Agent agent) {
        return desk.bean(Contradictions.class)
                .about(agent, desk.bean(Looking.class).look(agent, jan));
    }

    private String address() {
        var now = desk.directory().byId(jan).orElseThrow();
        return desk.bean(AddressesOnFile.class).of(now).getFirst().address();
    }

    private void resets(Agent agent) {
        var under = desk.caseFor(agent, jan);
        var sample = CredentialSamples.reset(desk);
        assertThat(carryOut(sample, agent, under)).isInstanceOf(Result.Done.class);
    }

    private <C> Result carryOut(Sample<C> sample, Agent agent, latchkey.helpdesk.cases.Case under) {
        return sample.carryOut(desk, sample.submission(desk, agent, jan, under));
    }

    private void failsAt(Agent agent) {
        var under = desk.caseFor(agent, jan);
        var now = desk.directory().byId(jan).orElseThrow();
        var verifications = desk.bean(Verifications.class);
        var sent = verifications.start(
                agent,
                under,
                desk.bean(AddressesOnFile.class).of(now).getFirst().handle());
        var wrong = desk.lastCode().equals("000000") ? "000001" : "000000";
        assertThatThrownBy(() -> verifications.answer(agent, under, sent.id(), wrong))
                .isInstanceOf(ProblemException.class);
    }
}
