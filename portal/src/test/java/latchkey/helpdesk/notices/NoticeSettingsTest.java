package latchkey.helpdesk.notices;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import latchkey.testing.Bound;
import org.junit.jupiter.api.Test;

class NoticeSettingsTest {

    @Test
    void byDefaultCustomersAreToldOfEverythingAndHaveAWeekToSayNo() {
        var settings = Bound.settings(NoticeSettings.class, Map.of());
        assertThat(settings.after())
                .containsExactlyInAnyOrder(
                        "reset-password",
                        "show-password",
                        "edit-attributes",
                        "block-sign-in",
                        "unblock-sign-in",
                        "revoke-sessions");
        assertThat(settings.linkFor()).isEqualTo(Duration.ofDays(7));
    }

    @Test
    void everyKeyMaps() {
        var settings = Bound.settings(
                NoticeSettings.class,
                Map.of("latchkey.notices.after", "reset-password", "latchkey.notices.link-for", "3d"));
        assertThat(settings).isEqualTo(new NoticeSettings(Set.of("reset-password"), Duration.ofDays(3)));
    }
}
