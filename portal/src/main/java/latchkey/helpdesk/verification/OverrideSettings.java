package latchkey.helpdesk.verification;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import java.time.Duration;
import java.util.List;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * A supervisor's word in the place of a proof.
 *
 * @param enabled whether agents can ask for it
 * @param shortestReason how many characters both must write
 * @param askedFor how long a request waits
 * @param provenFor how long it counts
 * @param reviewWithin how long another supervisor may take to look at it until it stands out
 * @param mailTo addresses that are told of each one beside the administrator; supervisors at work when there is none
 */
@Validated
@ConfigurationProperties("latchkey.verification.override")
record OverrideSettings(
        @DefaultValue("true") boolean enabled,
        @Min(10) @Max(300) @DefaultValue("20") int shortestReason,

        @DurationMin(minutes = 1) @DurationMax(hours = 8) @DefaultValue("30m")
        Duration askedFor,

        @DurationMin(minutes = 1) @DurationMax(minutes = 30) @DefaultValue("10m")
        Duration provenFor,

        @DurationMin(days = 1) @DurationMax(days = 30) @DefaultValue("7d")
        Duration reviewWithin,

        @DefaultValue List<@NotBlank String> mailTo) {}
