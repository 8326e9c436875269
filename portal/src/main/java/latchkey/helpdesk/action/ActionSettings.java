package latchkey.helpdesk.action;

import java.time.Duration;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What actions ask for beyond what they always ask for.
 *
 * @param verificationRequiredFor names of actions that need a verified caller though they would not by themselves
 * @param readBackFor how long a lost answer is looked for before it is called unknown
 */
@ConfigurationProperties("latchkey.actions")
record ActionSettings(
        @DefaultValue Set<String> verificationRequiredFor,
        @DefaultValue("3s") Duration readBackFor) {}
