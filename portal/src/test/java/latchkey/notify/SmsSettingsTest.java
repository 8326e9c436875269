package latchkey.notify;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import latchkey.settings.Secret;
import latchkey.testing.Bound;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SmsSettingsTest {

    private static final Secret SECRET = Secret.of("hush");

    @Test
    void byDefaultThereAreNoTextMessages() {
        var settings = Bound.settings(SmsSettings.class, Map.of());
        assertThat(settings.url()).isNull();
        assertThat(settings.form()).isEqualTo(SmsSettings.Form.JSON);
        assertThat(settings.username()).isNull();
        assertThat(settings.secret()).isNull();
        assertThat(settings.from()).isEmpty();
        assertThat(settings.fields()).isEqualTo(Map.of("to", "{to}", "from", "{from}", "text", "{text}"));
        assertThat(settings.timeout()).isEqualTo(Duration.ofSeconds(10));
        assertThat(settings.giveUpAfter()).isEqualTo(Duration.ofMinutes(10));
    }

    @Test
    void everyKeyMaps() {
        var settings = Bound.settings(
                SmsSettings.class,
                Map.of(
                        "latchkey.sms.url", "https://sms.example/messages",
                        "latchkey.sms.form", "twilio",
                        "latchkey.sms.username", "AC1",
                        "latchkey.sms.from", "+15005550006",
                        "latchkey.sms.fields.body", "{text}",
                        "latchkey.sms.timeout", "5s",
                        "latchkey.sms.give-up-after", "3m"));
        assertThat(settings)
                .isEqualTo(new SmsSettings(
                        URI.create("https://sms.example/messages"),
                        SmsSettings.Form.TWILIO,
                        "AC1",
                        null,
                        "+15005550006",
                        Map.of("body", "{text}"),
                        Duration.ofSeconds(5),
                        Duration.ofMinutes(3)));
    }

    @Test
    void numbersAndCodesDoNotTravelInTheClear() {
        assertThat(at("https://sms.example", SmsSettings.Form.JSON, null, SECRET)
                        .isUrlSafe())
                .isTrue();
        assertThat(at("http://127.0.0.1:8090", SmsSettings.Form.JSON, null, SECRET)
                        .isUrlSafe())
                .isTrue();
        assertThat(at("http://sms.example", SmsSettings.Form.JSON, null, SECRET).isUrlSafe())
                .isFalse();
    }

    @Test
    void aProviderNeedsWhatProvesThatItIsUs() {
        assertThat(at("https://sms.example", SmsSettings.Form.JSON, null, null).isProviderComplete())
                .isFalse();
        assertThat(at("https://sms.example", SmsSettings.Form.JSON, null, SECRET)
                        .isProviderComplete())
                .isTrue();
        assertThat(at("https://sms.example", SmsSettings.Form.TWILIO, null, SECRET)
                        .isProviderComplete())
                .isFalse();
        assertThat(at("https://sms.example", SmsSettings.Form.TWILIO, "AC1", SECRET)
                        .isProviderComplete())
                .isTrue();
        assertThat(at("https://sms.example", SmsSettings.Form.TWILIO, "AC1", SECRET)
                        .toString())
                .doesNotContain("hush");
    }

    private static SmsSettings at(
            String url, SmsSettings.Form form, @Nullable String username, @Nullable Secret secret) {
        return new SmsSettings(
                URI.create(url), form, username, secret, "", Map.of(), Duration.ofSeconds(10), Duration.ofMinutes(10));
    }
}
