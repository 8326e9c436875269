package latchkey.helpdesk.verification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import latchkey.testing.Bound;
import org.junit.jupiter.api.Test;

/** The settings of the further ways of proof. */
class WaysSettingsTest {

    @Test
    void ringingBackIsOffUnlessItIsSwitchedOn() {
        assertThat(Bound.settings(CallBackSettings.class, Map.of()))
                .isEqualTo(new CallBackSettings(false, Duration.ofMinutes(10)));
        assertThat(Bound.settings(
                        CallBackSettings.class,
                        Map.of(
                                "latchkey.verification.call-back.enabled", "true",
                                "latchkey.verification.call-back.within", "5m")))
                .isEqualTo(new CallBackSettings(true, Duration.ofMinutes(5)));
    }

    @Test
    void anOverrideShipsShortAndReviewed() {
        assertThat(Bound.settings(OverrideSettings.class, Map.of()))
                .isEqualTo(new OverrideSettings(
                        true, 20, Duration.ofMinutes(30), Duration.ofMinutes(10), Duration.ofDays(7), List.of()));
    }

    @Test
    void everyKeyOfOverridesMaps() {
        assertThat(Bound.settings(
                        OverrideSettings.class,
                        Map.of(
                                "latchkey.verification.override.enabled", "false",
                                "latchkey.verification.override.shortest-reason", "40",
                                "latchkey.verification.override.asked-for", "10m",
                                "latchkey.verification.override.proven-for", "5m",
                                "latchkey.verification.override.review-within", "2d",
                                "latchkey.verification.override.mail-to", "lead@contoso.example")))
                .isEqualTo(new OverrideSettings(
                        false,
                        40,
                        Duration.ofMinutes(10),
                        Duration.ofMinutes(5),
                        Duration.ofDays(2),
                        List.of("lead@contoso.example")));
    }
}
