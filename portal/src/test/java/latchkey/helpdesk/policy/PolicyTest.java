package latchkey.helpdesk.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.ZonedDateTime;
import java.util.Map;
import java.util.Set;
import latchkey.api.Problem;
import latchkey.api.ProblemException;
import latchkey.helpdesk.policy.PolicyRule.Then;
import latchkey.testing.Bound;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.BindException;

/** The help desk's own rules. */
class PolicyTest {

    private static final ZonedDateTime NOON = ZonedDateTime.parse("2026-01-05T12:00:00Z");
    private static final ZonedDateTime NIGHT = NOON.withHour(23);

    @Test
    void nothingIsRefusedWithoutRules() {
        assertThat(Bound.settings(PolicySettings.class, Map.of()).rules()).isEmpty();
    }

    @Test
    void everyKeyIsRead() {
        var settings = Bound.settings(
                PolicySettings.class,
                Map.of(
                        "latchkey.policy.rules.at-night.actions", "reset-password",
                        "latchkey.policy.rules.at-night.when", "time.hour > 20",
                        "latchkey.policy.rules.at-night.then", "approval",
                        "latchkey.policy.rules.at-night.because", "late"));
        assertThat(settings.rules())
                .containsEntry(
                        "at-night", new PolicyRule(Set.of("reset-password"), "time.hour > 20", Then.APPROVAL, "late"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"time.hour >", "agent.rolls == 'x'", "time.hour + 1", "'a' == 1", "nothing"})
    void aConditionThatIsNoneIsAMistakeAtTheStart(String condition) {
        assertThatThrownBy(() -> Bound.settings(
                        PolicySettings.class,
                        Map.of(
                                "latchkey.policy.rules.wrong.when", condition,
                                "latchkey.policy.rules.wrong.then", "refuse",
                                "latchkey.policy.rules.wrong.because", "x")))
                .isInstanceOf(BindException.class)
                .hasRootCauseMessage(reason(condition));
    }

    @Test
    void aRuleThatIsMetRefusesWithItsNameAndItsWords() {
        var verdict = policy(rule("time.hour >= 20", Then.REFUSE)).on(at(NIGHT));
        assertThatThrownBy(verdict::refuse).isInstanceOfSatisfying(ProblemException.class, refused -> {
            assertThat(refused.problem()).isEqualTo(Problem.POLICY_REFUSES);
            assertThat(refused.members()).containsEntry("rule", "the-rule").containsEntry("because", "so it is");
        });
        policy(rule("time.hour >= 20", Then.REFUSE)).on(at(NOON)).refuse();
    }

    @Test
    void aRuleIsAboutItsActionsOnly() {
        var policy = policy(new PolicyRule(Set.of("block-sign-in"), "true", Then.APPROVAL, "so it is"));
        assertThat(policy.on(at(NOON)).wantsApproval()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'agent' in agent.roles",
                "agent.populations.exists(p, p.startsWith('no'))",
                "customer.directory == 'contoso' && customer.enabled",
                "customer.attributes['Brand'] == 'Fabrikam'",
                "case.reason == 'other' && case.ticket == ''",
                "action == 'reset-password'",
                "time.weekday == 'monday' && time.hour == 12 && time.minute == 0"
            })
    void conditionsAskAboutAgentCustomerCaseActionAndTime(String condition) {
        assertThat(policy(rule(condition, Then.PROOF)).on(at(NOON)).wantsProof())
                .isTrue();
    }

    @Test
    void aConditionThatCannotBeDecidedCountsAsMet() {
        assertThat(policy(rule("customer.attributes['Missing'] == 'x'", Then.APPROVAL))
                        .on(at(NOON))
                        .wantsApproval())
                .isTrue();
    }

    private static String reason(String condition) {
        try {
            new Condition(condition);
            return "it was understood";
        } catch (IllegalArgumentException e) {
            var cause = (Throwable) e;
            while (cause.getCause() != null) {
                cause = cause.getCause();
            }
            return String.valueOf(cause.getMessage());
        }
    }

    private static PolicyRule rule(String when, Then then) {
        return new PolicyRule(Set.of(), when, then, "so it is");
    }

    private static Policy policy(PolicyRule rule) {
        return new Policy(new PolicySettings(Map.of("the-rule", rule)), Clock.systemUTC(), "UTC");
    }

    private static Circumstances at(ZonedDateTime moment) {
        return new Circumstances(
                "reset-password",
                new Circumstances.Who("kim", Set.of("agent"), Set.of("north")),
                new Circumstances.Whom("contoso", true, Map.of("Brand", "Fabrikam")),
                "other",
                "",
                moment);
    }
}
