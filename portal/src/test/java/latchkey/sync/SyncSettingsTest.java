package latchkey.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import latchkey.testing.Bound;
import org.junit.jupiter.api.Test;

/** The settings of watching, lanes and stopping; those of guards and mapping stand beside their tests. */
class SyncSettingsTest {

    @Test
    void newlyInstalledItWatches() {
        assertThat(Bound.settings(WatchSettings.class, Map.of()))
                .isEqualTo(new WatchSettings(false, Duration.ofHours(24)));
    }

    @Test
    void everyKeyOfWatchingIsRead() {
        assertThat(Bound.settings(
                        WatchSettings.class,
                        Map.of("latchkey.sync.watch.begin-live", "true", "latchkey.sync.watch.others-within", "3d")))
                .isEqualTo(new WatchSettings(true, Duration.ofDays(3)));
    }

    @Test
    void lanesAndBreakerAreSetForAnOrdinaryDay() {
        assertThat(Bound.settings(LaneSettings.class, Map.of())).isEqualTo(new LaneSettings(30));
        assertThat(Bound.settings(BreakerSettings.class, Map.of()))
                .isEqualTo(new BreakerSettings(40, Duration.ofMinutes(1)));
    }

    @Test
    void everyKeyOfLanesAndBreakerIsRead() {
        assertThat(Bound.settings(LaneSettings.class, Map.of("latchkey.sync.lanes.bulk-above", "7")))
                .isEqualTo(new LaneSettings(7));
        assertThat(Bound.settings(
                        BreakerSettings.class,
                        Map.of("latchkey.sync.breaker.percent", "60", "latchkey.sync.breaker.probe-every", "5s")))
                .isEqualTo(new BreakerSettings(60, Duration.ofSeconds(5)));
    }
}
