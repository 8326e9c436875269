package latchkey.helpdesk.limits;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import latchkey.testing.Bound;
import org.junit.jupiter.api.Test;

class LimitSettingsTest {

    @Test
    void theDefaultsLeaveRoomForOrdinaryWork() {
        assertThat(Bound.settings(LimitSettings.class, Map.of()))
                .isEqualTo(new LimitSettings(60, 300, 120, 600, 30, 100, 40, 200, 60, 250, 15, 30));
    }

    @Test
    void everyKeyMaps() {
        assertThat(Bound.settings(
                        LimitSettings.class,
                        Map.ofEntries(
                                Map.entry("latchkey.limits.customers-per-hour", "1"),
                                Map.entry("latchkey.limits.customers-per-day", "2"),
                                Map.entry("latchkey.limits.searches-per-hour", "3"),
                                Map.entry("latchkey.limits.searches-per-day", "4"),
                                Map.entry("latchkey.limits.reveals-per-hour", "5"),
                                Map.entry("latchkey.limits.reveals-per-day", "6"),
                                Map.entry("latchkey.limits.verifications-per-hour", "7"),
                                Map.entry("latchkey.limits.verifications-per-day", "8"),
                                Map.entry("latchkey.limits.actions-per-hour", "9"),
                                Map.entry("latchkey.limits.actions-per-day", "10"),
                                Map.entry("latchkey.limits.actions-on-customer-per-hour", "11"),
                                Map.entry("latchkey.limits.actions-on-customer-per-day", "12"))))
                .isEqualTo(new LimitSettings(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12));
    }
}
