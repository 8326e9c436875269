package latchkey.sync;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * When the sync of a directory stops by itself.
 *
 * @param percent how many of a node's last 50 attempts fail at it, at least 20 of them looked at
 * @param probeEvery how often one contact is tried then
 */
@Validated
@ConfigurationProperties("latchkey.sync.breaker")
record BreakerSettings(
        @DefaultValue("40") @Min(1) @Max(100) int percent,
        @DefaultValue("1m") @DurationMin(millis = 100) Duration probeEvery) {}
