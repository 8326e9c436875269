package latchkey.helpdesk.verification;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import latchkey.testing.Bound;
import org.junit.jupiter.api.Test;

class VerificationSettingsTest {

    @Test
    void theDefaultsAreSafe() {
        assertThat(Bound.settings(VerificationSettings.class, Map.of()))
                .isEqualTo(new VerificationSettings(
                        Path.of("latchkey-data/keys/verification.key"),
                        Duration.ofMinutes(10),
                        3,
                        Duration.ofMinutes(15),
                        5,
                        10,
                        Duration.ofHours(72),
                        null));
    }

    @Test
    void everyKeyMaps() {
        assertThat(Bound.settings(
                        VerificationSettings.class,
                        Map.of(
                                "latchkey.verification.key-file", "/keys/one",
                                "latchkey.verification.code-for", "5m",
                                "latchkey.verification.tries", "2",
                                "latchkey.verification.proven-for", "10m",
                                "latchkey.verification.codes-per-hour", "3",
                                "latchkey.verification.codes-per-day", "6",
                                "latchkey.verification.new-address-waits", "24h",
                                "latchkey.verification.region", "DE")))
                .isEqualTo(new VerificationSettings(
                        Path.of("/keys/one"),
                        Duration.ofMinutes(5),
                        2,
                        Duration.ofMinutes(10),
                        3,
                        6,
                        Duration.ofHours(24),
                        "DE"));
    }
}
