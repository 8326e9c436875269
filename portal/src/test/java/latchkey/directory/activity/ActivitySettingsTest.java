package latchkey.directory.activity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import latchkey.directory.DirectoryId;
import latchkey.testing.Bound;
import org.junit.jupiter.api.Test;

class ActivitySettingsTest {

    private static final DirectoryId CONTOSO = new DirectoryId("contoso");
    private static final String ACTIVITY = "latchkey.directories.contoso.activity.";

    @Test
    void theLogIsCollectedUnlessSomebodySaysNo() {
        var settings = Bound.settings(ActivitySettings.class, Map.of("latchkey.directories.contoso.name", "Contoso"));

        assertThat(settings.of(CONTOSO))
                .isEqualTo(new ActivitySettings.Activity(
                        true, Duration.ofMinutes(1), Duration.ofDays(7), Duration.ofDays(400), java.util.Set.of()))
                .isEqualTo(settings.of(new DirectoryId("fabrikam")));
    }

    @Test
    void everyKeyMaps() {
        var settings = Bound.settings(
                ActivitySettings.class,
                Map.of(
                        ACTIVITY + "enabled", "false",
                        ACTIVITY + "every", "30s",
                        ACTIVITY + "reaches-back", "30d",
                        ACTIVITY + "kept", "90d"));

        assertThat(settings.of(CONTOSO))
                .isEqualTo(new ActivitySettings.Activity(
                        false, Duration.ofSeconds(30), Duration.ofDays(30), Duration.ofDays(90), java.util.Set.of()));
    }

    @Test
    void aStoreThatForgetsSoonerThanTheDirectoryReadsNoFurtherBack() {
        var activity = new ActivitySettings.Activity(
                true, Duration.ofMinutes(1), Duration.ofDays(7), Duration.ofDays(2), java.util.Set.of());

        assertThat(activity.firstReading()).isEqualTo(Duration.ofDays(2));
    }
}
