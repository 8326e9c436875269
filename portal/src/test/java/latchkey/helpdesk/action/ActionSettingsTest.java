package latchkey.helpdesk.action;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import latchkey.testing.Bound;
import org.junit.jupiter.api.Test;

class ActionSettingsTest {

    @Test
    void theDefaultsAddNothingToWhatActionsAskFor() {
        assertThat(Bound.settings(ActionSettings.class, Map.of()))
                .isEqualTo(new ActionSettings(Set.of(), Duration.ofSeconds(3)));
    }

    @Test
    void everyKeyMaps() {
        assertThat(Bound.settings(
                        ActionSettings.class,
                        Map.of(
                                "latchkey.actions.verification-required-for", "reset-password",
                                "latchkey.actions.read-back-for", "1s")))
                .isEqualTo(new ActionSettings(Set.of("reset-password"), Duration.ofSeconds(1)));
    }
}
