package latchkey.tracing;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Map;
import latchkey.testing.Bound;
import org.junit.jupiter.api.Test;

class TracingSettingsTest {

    @Test
    void nothingIsTracedUnlessItIsSaid() {
        assertThat(Bound.settings(TracingSettings.class, Map.of())).isEqualTo(new TracingSettings(null, 1));
    }

    @Test
    void everyKeyMaps() {
        assertThat(Bound.settings(
                        TracingSettings.class,
                        Map.of(
                                "latchkey.tracing.endpoint", "http://127.0.0.1:4318/v1/traces",
                                "latchkey.tracing.sampled", "0.25")))
                .isEqualTo(new TracingSettings(URI.create("http://127.0.0.1:4318/v1/traces"), 0.25));
    }
}
