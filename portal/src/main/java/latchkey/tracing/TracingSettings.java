package latchkey.tracing;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where traces go.
 *
 * @param endpoint takes spans by OTLP over HTTP; null when nothing is traced
 * @param sampled the part of all traces that is kept, 0 to 1
 */
@ConfigurationProperties("latchkey.tracing")
public record TracingSettings(
        @Nullable URI endpoint,
        @DecimalMin("0") @DecimalMax("1") @DefaultValue("1") double sampled) {}
