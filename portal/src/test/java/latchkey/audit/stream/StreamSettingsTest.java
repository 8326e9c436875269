package latchkey.audit.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import latchkey.settings.Secret;
import latchkey.testing.Bound;
import org.junit.jupiter.api.Test;

class StreamSettingsTest {

    private static final URI SAFE = URI.create("https://siem.example/latchkey");

    @Test
    void theTrailIsHandedOnToNobody() {
        assertThat(Bound.settings(StreamSettings.class, Map.of())).isEqualTo(new StreamSettings(null, null, null));
    }

    @Test
    void everyKeyMaps() {
        var secret = Secret.of("s");
        assertThat(new StreamSettings(Path.of("a"), SAFE, secret))
                .extracting(StreamSettings::file, StreamSettings::webhook, StreamSettings::secret)
                .containsExactly(Path.of("a"), SAFE, secret);
        assertThat(Bound.settings(StreamSettings.class, Map.of("latchkey.audit.stream.file", "/var/log/trail.jsonl"))
                        .file())
                .isEqualTo(Path.of("/var/log/trail.jsonl"));
    }

    @Test
    void aWebhookNeedsASecretAndTls() {
        assertThatThrownBy(() -> new StreamSettings(null, SAFE, null)).hasMessageContaining("secret");
        assertThatThrownBy(() -> new StreamSettings(null, URI.create("http://siem.example/"), Secret.of("s")))
                .hasMessageContaining("https");
    }
}
