package latchkey.access;

import jakarta.validation.constraints.Pattern;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What agents do only a short while after they signed in at the issuer.
 *
 * @param actions names of actions, also {@code give-approval} and {@code end-session}; none by default, because nobody could
 *     do any of them where the issuer's tokens do not tell when an employee signed in
 * @param maxAge how long ago the sign-in may be
 * @param acrs Entra's context of authentication that it must have met, such as {@code c1}
 */
@Validated
@ConfigurationProperties("latchkey.access.step-up")
public record StepUpSettings(
        @DefaultValue Set<String> actions,

        @DurationMin(minutes = 1) @DurationMax(hours = 24) @DefaultValue("15m")
        Duration maxAge,

        @Nullable @Pattern(regexp = "c([1-9]|1[0-9]|2[0-5])")
        String acrs) {

    /** What the clocks of issuer and portal may differ. */
    private static final Duration SKEW = Duration.ofMinutes(1);

    public StepUpSettings {
        actions = Set.copyOf(actions);
    }

    /** Whether somebody who signed in like this may do it now; what a token does not say, it does not prove. */
    public boolean allow(String action, Authenticated authenticated, Instant now) {
        return !actions.contains(action) || (isFresh(authenticated.at(), now) && isStrong(authenticated));
    }

    private boolean isFresh(@Nullable Instant at, Instant now) {
        return at != null && at.plus(maxAge).isAfter(now) && !at.isAfter(now.plus(SKEW));
    }

    private boolean isStrong(Authenticated authenticated) {
        return acrs == null || authenticated.contexts().contains(acrs);
    }
}
