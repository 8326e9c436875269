package latchkey.helpdesk.customer;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import java.time.ZoneId;
import org.hibernate.validator.constraints.time.DurationMax;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How the customer page reads.
 *
 * @param timeZone whose clock the page's times follow; the machine's when not set
 * @param methodsKept how long authentication methods are shown from memory before the slow lane is asked again
 * @param timelineLength entries of the timeline shown at once
 */
@Validated
@ConfigurationProperties("latchkey.customer")
record CustomerSettings(
        @Nullable ZoneId timeZone,
        @DefaultValue("60s") @DurationMax(minutes = 10) Duration methodsKept,
        @DefaultValue("30") @Min(5) @Max(200) int timelineLength) {

    ZoneId zone() {
        return timeZone == null ? ZoneId.systemDefault() : timeZone;
    }
}
