package latchkey.helpdesk.approval;

import java.time.Duration;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What needs a second person.
 *
 * @param requiredFor names of actions, such as {@code block-sign-in}
 * @param validFor how long a request can be given and used
 */
@Validated
@ConfigurationProperties("latchkey.approval")
record ApprovalSettings(
        @DefaultValue Set<String> requiredFor,
        @DefaultValue("1h") Duration validFor) {}
