package latchkey.helpdesk.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import latchkey.testing.Bound;
import org.junit.jupiter.api.Test;

class CaseSettingsTest {

    @Test
    void theDefaultsAreSafe() {
        var settings = Bound.settings(CaseSettings.class, Map.of());
        assertThat(settings.reasons())
                .containsExactly(
                        "forgotten-password", "cannot-sign-in", "change-of-data", "suspicious-activity", "other");
        assertThat(settings.pattern()).isEmpty();
        assertThat(settings.openFor()).isEqualTo(Duration.ofHours(8));
    }

    @Test
    void everyKeyMaps() {
        var settings = Bound.settings(
                CaseSettings.class,
                Map.of(
                        "latchkey.cases.reasons[0]", "Lost phone",
                        "latchkey.cases.ticket-pattern", "INC[0-9]+",
                        "latchkey.cases.open-for", "2h"));
        assertThat(settings.reasons()).containsExactly("Lost phone");
        assertThat(settings.pattern())
                .hasValueSatisfying(pattern -> assertThat(pattern.pattern()).isEqualTo("INC[0-9]+"));
        assertThat(settings.openFor()).isEqualTo(Duration.ofHours(2));
    }
}
