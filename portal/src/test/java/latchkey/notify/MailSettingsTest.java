package latchkey.notify;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import latchkey.testing.Bound;
import org.junit.jupiter.api.Test;

class MailSettingsTest {

    @Test
    void byDefaultMailWaitsSealedAndIsForgottenAfterAWeek() {
        var settings = Bound.settings(MailSettings.class, Map.of());
        assertThat(settings.host()).isEqualTo("127.0.0.1");
        assertThat(settings.port()).isEqualTo(8025);
        assertThat(settings.encryption()).isEqualTo(MailSettings.Encryption.NONE);
        assertThat(settings.username()).isNull();
        assertThat(settings.password()).isNull();
        assertThat(settings.from()).isEqualTo("Latchkey <latchkey@localhost>");
        assertThat(settings.administrator()).isEqualTo("administrator@localhost");
        assertThat(settings.timeout()).isEqualTo(Duration.ofSeconds(10));
        assertThat(settings.giveUpAfter()).isEqualTo(Duration.ofHours(24));
        assertThat(settings.keyFile()).isEqualTo(Path.of("latchkey-data/keys/mail.key"));
        assertThat(settings.keptFor()).isEqualTo(Duration.ofDays(7));
    }

    @Test
    void everyKeyMaps() {
        var settings = Bound.settings(
                MailSettings.class,
                Map.of(
                        "latchkey.mail.host", "mail.contoso.example",
                        "latchkey.mail.port", "587",
                        "latchkey.mail.encryption", "starttls",
                        "latchkey.mail.username", "latchkey",
                        "latchkey.mail.from", "help@contoso.example",
                        "latchkey.mail.administrator", "admin@contoso.example",
                        "latchkey.mail.timeout", "5s",
                        "latchkey.mail.give-up-after", "2h",
                        "latchkey.mail.key-file", "/keys/mail",
                        "latchkey.mail.kept-for", "1d"));
        assertThat(settings)
                .isEqualTo(new MailSettings(
                        "mail.contoso.example",
                        587,
                        MailSettings.Encryption.STARTTLS,
                        "latchkey",
                        null,
                        "help@contoso.example",
                        "admin@contoso.example",
                        Duration.ofSeconds(5),
                        Duration.ofHours(2),
                        Path.of("/keys/mail"),
                        Duration.ofDays(1)));
    }
}
