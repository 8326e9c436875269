package latchkey.access;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How fast one address may ask for customers' pages.
 *
 * @param perMinute requests that one address may make in a minute
 * @param burst requests that it may make at once
 */
@ConfigurationProperties("latchkey.front.limit")
public record FrontLimitSettings(
        @Min(1) @Max(100_000) @DefaultValue("60") int perMinute,
        @Min(1) @Max(100_000) @DefaultValue("30") int burst) {}
