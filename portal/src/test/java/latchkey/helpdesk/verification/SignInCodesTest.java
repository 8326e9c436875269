package latchkey.helpdesk.verification;

import static latchkey.testing.Employees.kim;
import static latchkey.testing.Employees.sam;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import latchkey.api.Problem;
import latchkey.api.ProblemException;
import latchkey.audit.Actor;
import latchkey.directory.CustomerId;
import latchkey.helpdesk.cases.Case;
import latchkey.testing.Asvs;
import latchkey.testing.HelpDesk;
import latchkey.testing.Racers;
import latchkey.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A code that a customer is shown after signing in proves that the caller is exactly that customer, once. */
class SignInCodesTest {

    private final HelpDesk desk = HelpDesk.open();
    private final CustomerId jan = desk.jan();
    private final Case under = desk.caseFor(kim(), jan);

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void whoSignedInAsTheCaseCustomerIsProved() {
        var proof = answer(shown(jan).digits());
        assertThat(proof.customer()).isEqualTo(jan);
        assertThat(proof.methods()).containsExactly("signed-in-code");
        assertThat(proof.assurance()).isEqualTo(Assurance.ONE_ADDRESS);
        assertThat(proof.isOnlyStated()).isFalse();
        assertThat(desk.trail()
                        .entries("show-sign-in-code")
                        .getLast()
                        .announcement()
                        .actor()
                        .kind())
                .isEqualTo(Actor.Kind.CUSTOMER);
    }

    @Test
    @Asvs("6.6.2")
    void anotherCustomersCodeIsRefusedAndNotedWithoutSayingWhoseItIs() {
        shown(jan);
        var others = shown(desk.jan());
        var refusal = refused(others.digits());
        assertThat(refusal.members()).isEmpty();
        assertThat(desk.trail().entries("verify-caller").getLast().code()).isEqualTo(Problem.SIGN_IN_CODE_WRONG.code());
        assertThat(desk.trail()
                        .entries("verify-caller")
                        .getLast()
                        .announcement()
                        .subject())
                .isEqualTo(jan.subject());
    }

    @Test
    void whetherTheCustomerSignedInAtAllNobodyIsTold() {
        assertThat(refused("123456")).isEqualToComparingOnlyGivenFields(refused("654321"), "problem", "members");
    }

    @Test
    @Asvs("6.6.3")
    void afterThreeWrongCodesTheRightOneIsWrongToo() {
        var right = shown(jan).digits();
        var wrong = right.equals("000000") ? "000001" : "000000";
        for (int attempt = 0; attempt < 3; attempt++) {
            refused(wrong);
        }
        refused(right);
        assertThat(answer(shown(jan).digits())).isNotNull();
    }

    @Test
    @Asvs("6.5.5")
    void aCodeCountsForTenMinutes() {
        var code = shown(jan).digits();
        desk.clock().move(Duration.ofMinutes(10).plusSeconds(1));
        refused(code);
    }

    @Test
    @Asvs("6.5.1")
    void aCodeCountsOnceWhoeverTypesIt() {
        var code = shown(jan).digits();
        answer(code);
        refused(code);
        var sams = desk.caseFor(sam(), jan);
        assertThatThrownBy(() -> verifications().answerSignIn(sam(), sams, code))
                .isInstanceOf(ProblemException.class);
    }

    @Test
    @Asvs("2.3.4")
    void ofManyWhoTypeTheSameCodeAtOnceOneProvesIt() {
        var code = shown(jan).digits();
        var proved = Racers.race(20, () -> {
            try {
                answer(code);
                return true;
            } catch (ProblemException refusal) {
                return false;
            }
        });
        assertThat(proved.stream().filter(each -> Boolean.TRUE.equals(each)).count())
                .isEqualTo(1);
        assertThat(desk.trail().entries("verify-caller").stream()
                        .filter(entry -> entry.code() == null)
                        .count())
                .isEqualTo(1);
    }

    @Test
    void aNewCodeEndsTheOneBefore() {
        var first = shown(jan).digits();
        var second = shown(jan).digits();
        if (!first.equals(second)) {
            refused(first);
        }
        assertThat(answer(second)).isNotNull();
    }

    @Test
    void manyCodesInAnHourAreTooMany() {
        for (int code = 0; code < 5; code++) {
            shown(jan);
        }
        assertThat(desk.bean(SignInCodes.class).show(jan)).isEmpty();
        assertThat(desk.trail().entries("show-sign-in-code").getLast().code())
                .isEqualTo(Problem.VERIFICATION_LIMIT.code());
    }

    @Test
    void withAMailedCodeTheyAreTwo() {
        desk.verify(kim(), under);
        assertThat(answer(shown(jan).digits()).assurance()).isEqualTo(Assurance.TWO_METHODS);
        assertThat(verifications()
                        .signInWay(
                                desk.directory().byId(jan).orElseThrow(),
                                verifications().current(under, kim()).orElseThrow()))
                .hasValueSatisfying(way -> assertThat(way.gone()).isTrue());
    }

    @Test
    @Asvs("6.5.2")
    void onlyAHashOfItIsKept() {
        var code = shown(jan);
        assertThat(code).hasToString("(code)");
        var kept = TestDatabase.shared()
                .jdbc()
                .sql("select row_to_json(codes)::text from sign_in_codes codes where customer = :jan")
                .param("jan", jan.objectId())
                .query(String.class)
                .list();
        assertThat(kept).singleElement().asString().doesNotContain(code.digits());
    }

    private ShownCode shown(CustomerId customer) {
        return desk.bean(SignInCodes.class).show(customer).orElseThrow();
    }

    private VerifiedCaller answer(String code) {
        return verifications().answerSignIn(kim(), under, code);
    }

    private ProblemException refused(String code) {
        var refusal = org.assertj.core.api.Assertions.catchThrowableOfType(ProblemException.class, () -> answer(code));
        assertThat(refusal).as("a code that does not count is refused").isNotNull();
        assertThat(refusal.problem()).isEqualTo(Problem.SIGN_IN_CODE_WRONG);
        return refusal;
    }

    private Verifications verifications() {
        return desk.bean(Verifications.class);
    }
}
