package latchkey.helpdesk.action;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import latchkey.helpdesk.action.CoolingRule.Demand;
import latchkey.testing.Bound;
import org.junit.jupiter.api.Test;

class ActionSettingsTest {

    @Test
    void theDefaultsAskForAnotherAgentAfterCredentialsAndForNothingElse() {
        var settings = Bound.settings(ActionSettings.class, Map.of());
        assertThat(settings).isEqualTo(new ActionSettings(Set.of(), Map.of(), Duration.ofSeconds(3), Map.of()));
        assertThat(settings.rules())
                .isEqualTo(Map.of(
                        "after-credentials",
                        new CoolingRule(
                                Set.of(Effect.PASSWORD, Effect.METHODS, Effect.SIGN_IN_NAMES, Effect.UNBLOCKED),
                                Set.of(Effect.METHODS, Effect.SIGN_IN_NAMES, Effect.ADDRESSES),
                                Duration.ofHours(24),
                                Demand.ANOTHER_AGENT_WITH_APPROVAL)));
    }

    @Test
    void theDefaultsAskForProofByWhatIsChanged() {
        assertThat(Bound.settings(ActionSettings.class, Map.of()).proof())
                .isEqualTo(Map.of(
                        Effect.PASSWORD, ProofDemand.NOTHING,
                        Effect.BLOCKED, ProofDemand.NOTHING,
                        Effect.SESSIONS, ProofDemand.NOTHING,
                        Effect.PROFILE, ProofDemand.ONE,
                        Effect.UNBLOCKED, ProofDemand.ONE,
                        Effect.METHODS, ProofDemand.TWO_OR_APPROVAL,
                        Effect.SIGN_IN_NAMES, ProofDemand.TWO_OR_APPROVAL,
                        Effect.ADDRESSES, ProofDemand.TWO_OR_APPROVAL));
    }

    @Test
    void aNamedRuleStandsBesideTheShippedOne() {
        var settings = Bound.settings(
                ActionSettings.class,
                Map.of(
                        "latchkey.actions.rules.calm.after", "blocked",
                        "latchkey.actions.rules.calm.then", "unblocked,password",
                        "latchkey.actions.rules.calm.within", "1h",
                        "latchkey.actions.rules.calm.demand", "nobody"));
        assertThat(settings.rules()).hasSize(2).containsKey("after-credentials");
        assertThat(settings.rules().get("calm"))
                .isEqualTo(new CoolingRule(
                        Set.of(Effect.BLOCKED),
                        Set.of(Effect.UNBLOCKED, Effect.PASSWORD),
                        Duration.ofHours(1),
                        Demand.NOBODY));
    }

    @Test
    void everyKeyMaps() {
        assertThat(Bound.settings(
                        ActionSettings.class,
                        Map.of(
                                "latchkey.actions.verification-required-for", "reset-password",
                                "latchkey.actions.proof.password", "one",
                                "latchkey.actions.proof.sign-in-names", "two",
                                "latchkey.actions.read-back-for", "1s")))
                .isEqualTo(new ActionSettings(
                        Set.of("reset-password"),
                        Map.of(Effect.PASSWORD, ProofDemand.ONE, Effect.SIGN_IN_NAMES, ProofDemand.TWO),
                        Duration.ofSeconds(1),
                        Map.of()));
    }
}
