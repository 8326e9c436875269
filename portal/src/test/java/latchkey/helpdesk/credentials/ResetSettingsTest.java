package latchkey.helpdesk.credentials;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import latchkey.directory.CustomerId;
import latchkey.testing.Bound;
import org.junit.jupiter.api.Test;

class ResetSettingsTest {

    private static final CustomerId JAN = CustomerId.of("contoso", "00000000-0000-4000-8000-000000000001");
    private static final String RESET = "latchkey.directories.contoso.reset.";

    @Test
    void theDefaultsAreSafe() {
        var settings = Bound.settings(ResetSettings.class, Map.of("latchkey.directories.contoso.name", "Contoso"));
        assertThat(settings.of(JAN))
                .isEqualTo(
                        new ResetSettings.Reset(ResetSettings.Way.LINK, null, false, Duration.ofMinutes(30), 5, 8, 64));
    }

    @Test
    void oneKeyLeavesTheOthersAtTheirDefaults() {
        var settings = Bound.settings(ResetSettings.class, Map.of(RESET + "links-per-hour", "5"));
        var defaults = Bound.settings(ResetSettings.class, Map.of());
        assertThat(settings.of(JAN)).isEqualTo(defaults.of(JAN));
    }

    @Test
    void everyKeyMaps() {
        var settings = Bound.settings(
                ResetSettings.class,
                Map.of(
                        RESET + "way", "self-service",
                        RESET + "self-service-url", "https://brand.example/reset",
                        RESET + "show-generated-password", "true",
                        RESET + "link-for", "10m",
                        RESET + "links-per-hour", "2",
                        RESET + "shortest", "12",
                        RESET + "longest", "128"));
        assertThat(settings.of(JAN))
                .isEqualTo(new ResetSettings.Reset(
                        ResetSettings.Way.SELF_SERVICE,
                        URI.create("https://brand.example/reset"),
                        true,
                        Duration.ofMinutes(10),
                        2,
                        12,
                        128));
    }
}
