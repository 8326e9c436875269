package latchkey.helpdesk.approval;

import jakarta.validation.constraints.NotBlank;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What needs a second person.
 *
 * @param requiredFor names of actions, such as {@code block-sign-in}
 * @param validFor how long a request can be given and used
 * @param mailTo addresses that are told of each request; those at work who can decide it when there is none
 */
@Validated
@ConfigurationProperties("latchkey.approval")
record ApprovalSettings(
        @DefaultValue Set<String> requiredFor,

        @DurationMin(minutes = 1) @DurationMax(hours = 24) @DefaultValue("1h")
        Duration validFor,

        @DefaultValue List<@NotBlank String> mailTo) {}
