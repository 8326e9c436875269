package latchkey.helpdesk.verification;

import static latchkey.testing.Employees.kim;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import latchkey.api.Problem;
import latchkey.api.ProblemException;
import latchkey.directory.AttributeKey;
import latchkey.directory.AttributeValue;
import latchkey.directory.Customer;
import latchkey.directory.CustomerId;
import latchkey.directory.Method;
import latchkey.helpdesk.cases.Case;
import latchkey.testing.Asvs;
import latchkey.testing.HelpDesk;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A code by text message, and what two proofs together amount to. */
class TextedCodeTest {

    private static final String MOBILE = "+420601123456";

    private HelpDesk desk =
            HelpDesk.open(Map.of("latchkey.sms.url", "https://sms.example", "latchkey.verification.region", "DE"));

    private final CustomerId jan = desk.jan();
    private final Case under = desk.caseFor(kim(), jan);

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void theCodeGoesToTheNumberOnFileAndPagesShowItMasked() {
        hasMobile("+420 601 123 456");
        var choice = texted().choices().getFirst();
        assertThat(choice.masked()).isEqualTo("+420 ••• 56");
        var sent = verifications().start(kim(), under, choice.handle());
        assertThat(sent.sentTo()).isEqualTo("+420 ••• 56");
        assertThat(desk.texts().getLast().to()).isEqualTo(MOBILE);
        assertThat(desk.mails()).isEmpty();
        var proof = verifications().answer(kim(), under, sent.id(), code());
        assertThat(proof.methods()).containsExactly("texted-code");
        assertThat(proof.assurance()).isEqualTo(Assurance.ONE_ADDRESS);
    }

    @ParameterizedTest
    @CsvSource({"0151 23456789, +4915123456789", "0049 151 23456789, +4915123456789", "+44 7400 123456, +447400123456"})
    void numbersAreReadHoweverTheyAreWritten(String onFile, String texted) {
        hasMobile(onFile);
        verifications().start(kim(), under, texted().choices().getFirst().handle());
        assertThat(desk.texts().getLast().to()).isEqualTo(texted);
    }

    /** A landline, a number that costs more than a call, a number of nobody, no number. */
    @ParameterizedTest
    @ValueSource(strings = {"+49 30 123456", "+49 900 1123456", "+49 151", "call me"})
    void whatTakesNoTextMessageIsNotOffered(String onFile) {
        hasMobile(onFile);
        assertThat(texted().choices()).isEmpty();
        assertThat(texted().whyNot()).isEqualTo("no-phone");
    }

    @Test
    void withoutAProviderTheWayIsNotThere() {
        desk.close();
        desk = HelpDesk.open();
        var lea = now(desk.jan());
        assertThat(desk.bean(Verifications.class).ways(lea, null))
                .extracting(Way::method)
                .containsExactly("emailed-code");
    }

    @Test
    void registeredPhonesAreAskedForOnlyWhenTheAgentWishesIt() {
        desk.directory().giveMethods(jan, new Method("1", Method.Kind.MOBILE_PHONE, "+420 601123456"));
        assertThat(texted().choices()).isEmpty();
        assertThat(texted().more()).isTrue();
        desk.verifyByText(kim(), under);
        assertThat(desk.texts().getLast().to()).isEqualTo(MOBILE);
        assertThat(verifications().current(under, kim())).isPresent();
    }

    @Test
    @Asvs("6.6.2")
    void whatNamesANumberForOneCustomerNamesNothingForAnother() {
        hasMobile(MOBILE);
        var handle = texted().choices().getFirst().handle();
        var sameNumber = desk.jan();
        hasMobile(sameNumber, MOBILE);
        var other = desk.caseFor(kim(), sameNumber);
        assertThatThrownBy(() -> verifications().start(kim(), other, handle))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.problem()).isEqualTo(Problem.STALE_FORM));
        assertThat(desk.texts()).isEmpty();
    }

    @Test
    void aNumberThatOthersChangedWaitsThreeDays() {
        hasMobile(MOBILE);
        desk.log().changedByOthers(jan, desk.clock().instant(), "Update user", "MobilePhone");
        assertThat(texted().choices().getFirst().waitsUntil()).isNotNull();
        desk.clock().move(Duration.ofHours(73));
        assertThat(texted().choices().getFirst().waitsUntil()).isNull();
    }

    @Test
    void aPhoneThatSomebodyRegisteredALittleWhileAgoWaitsToo() {
        desk.directory().giveMethods(jan, new Method("1", Method.Kind.MOBILE_PHONE, "+420 601123456"));
        desk.log().changedByOthers(jan, desk.clock().instant(), "User registered security info");
        assertThatThrownBy(() -> desk.verifyByText(kim(), under))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.problem()).isEqualTo(Problem.ADDRESS_TOO_NEW));
        assertThat(desk.texts()).isEmpty();
    }

    @Test
    void mailAndTextTogetherAreTwoMethodsUntilTheFirstOfThemEnds() {
        hasMobile(MOBILE);
        desk.verify(kim(), under);
        var first = desk.clock().instant().plus(Duration.ofMinutes(15));
        desk.clock().move(Duration.ofMinutes(5));
        desk.verifyByText(kim(), under);
        var both = verifications().current(under, kim()).orElseThrow();
        assertThat(both.assurance()).isEqualTo(Assurance.TWO_METHODS);
        assertThat(both.methods()).containsExactlyInAnyOrder("emailed-code", "texted-code");
        assertThat(both.expiresAt()).isEqualTo(first);
        desk.clock().move(Duration.ofMinutes(10));
        assertThat(verifications().current(under, kim()).orElseThrow().assurance())
                .isEqualTo(Assurance.ONE_ADDRESS);
    }

    @Test
    void theSameWayTwiceIsOneProof() {
        desk.verify(kim(), under);
        desk.verify(kim(), under);
        var proof = verifications().current(under, kim()).orElseThrow();
        assertThat(proof.assurance()).isEqualTo(Assurance.ONE_ADDRESS);
        assertThat(verifications().ways(now(), proof).getFirst().gone()).isTrue();
        assertThat(verifications().ways(now(), proof).getFirst().isOpen()).isFalse();
    }

    @Test
    void theLimitCountsMailsAndTextsTogether() {
        hasMobile(MOBILE);
        for (int code = 0; code < 5; code++) {
            verifications()
                    .start(
                            kim(),
                            under,
                            ways().get(code % 2).choices().getFirst().handle());
        }
        assertThatThrownBy(() -> verifications()
                        .start(kim(), under, texted().choices().getFirst().handle()))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.problem()).isEqualTo(Problem.VERIFICATION_LIMIT));
    }

    private Verifications verifications() {
        return desk.bean(Verifications.class);
    }

    private List<Way> ways() {
        return verifications().ways(now(), null);
    }

    private Way texted() {
        return ways().stream()
                .filter(way -> way.method().equals("texted-code"))
                .findFirst()
                .orElseThrow();
    }

    private String code() {
        return String.valueOf(desk.texts().getLast().values().get("code"));
    }

    private Customer now() {
        return now(jan);
    }

    private Customer now(CustomerId customer) {
        return desk.directory().byId(customer).orElseThrow();
    }

    private void hasMobile(String number) {
        hasMobile(jan, number);
    }

    private void hasMobile(CustomerId customer, String number) {
        var now = now(customer);
        var attributes = new HashMap<>(now.attributes());
        attributes.put(AttributeKey.MOBILE_PHONE, new AttributeValue.Text(number));
        desk.directory()
                .put(new Customer(
                        customer, now.displayName(), true, now.createdAt(), null, now.signInNames(), attributes));
    }
}
