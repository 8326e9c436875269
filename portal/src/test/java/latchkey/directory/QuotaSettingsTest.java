package latchkey.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import latchkey.testing.Bound;
import org.junit.jupiter.api.Test;

class QuotaSettingsTest {

    @Test
    void theDefaultsAreThePublishedNumbers() {
        assertThat(Bound.settings(QuotaSettings.class, Map.of())).isEqualTo(QuotaSettings.published());
    }

    @Test
    void everyKeyMaps() {
        assertThat(Bound.settings(
                        QuotaSettings.class,
                        Map.of(
                                "latchkey.quota.resource-units", "3500",
                                "latchkey.quota.writes", "1500",
                                "latchkey.quota.tenant-writes", "9000",
                                "latchkey.quota.reports", "3")))
                .isEqualTo(new QuotaSettings(3_500, 1_500, 9_000, 3));
    }
}
