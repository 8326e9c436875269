package latchkey.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import latchkey.testing.Bound;
import org.junit.jupiter.api.Test;

/** How many sessions, bound to what. */
class SessionSettingsTest {

    @Test
    void theDefaultsAreSafe() {
        assertThat(Bound.settings(SessionSettings.class, Map.of())).isEqualTo(new SessionSettings(2, true, 24, 56));
    }

    @Test
    void everyKeyMaps() {
        assertThat(Bound.settings(
                        SessionSettings.class,
                        Map.of(
                                "latchkey.access.sessions.at-once", "1",
                                "latchkey.access.sessions.bound-to-network", "false",
                                "latchkey.access.sessions.ipv4-prefix", "16",
                                "latchkey.access.sessions.ipv6-prefix", "48")))
                .isEqualTo(new SessionSettings(1, false, 16, 48));
    }
}
