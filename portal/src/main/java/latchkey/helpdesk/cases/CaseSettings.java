package latchkey.helpdesk.cases;

import jakarta.validation.constraints.NotEmpty;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How cases are opened.
 *
 * @param reasons what agents choose from
 * @param ticketPattern what a ticket reference must look like; without it any reference will do
 * @param openFor after this long an open case is taken as abandoned
 */
@Validated
@ConfigurationProperties("latchkey.cases")
record CaseSettings(
        @NotEmpty
        @DefaultValue({"forgotten-password", "cannot-sign-in", "change-of-data", "suspicious-activity", "other"})
        List<String> reasons,

        @Nullable Pattern ticketPattern,
        @DefaultValue("8h") Duration openFor) {

    Optional<Pattern> pattern() {
        return Optional.ofNullable(ticketPattern);
    }
}
