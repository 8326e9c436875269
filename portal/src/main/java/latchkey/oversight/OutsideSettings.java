package latchkey.oversight;

import java.time.Duration;
import java.util.Set;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Who is told of changes that were made outside Latchkey.
 *
 * @param mailTo addresses; the administrator when there is none
 * @param mailEvery the shortest time between two mails about one directory
 */
@Validated
@ConfigurationProperties("latchkey.outside-changes")
record OutsideSettings(
        @DefaultValue Set<String> mailTo,

        @DefaultValue("1h") @DurationMin(minutes = 1) Duration mailEvery) {

    OutsideSettings {
        mailTo = Set.copyOf(mailTo);
    }
}
