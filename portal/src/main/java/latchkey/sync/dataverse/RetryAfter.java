package latchkey.sync.dataverse;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/** Reads Retry-After: seconds, also with a fraction, or a date (RFC 9110 §10.2.3). */
final class RetryAfter {

    private static final BigDecimal LONGEST = BigDecimal.valueOf(600);

    private RetryAfter() {}

    /** The wait in whole seconds, at most ten minutes; null when the header is missing or unreadable. */
    static @Nullable Duration read(@Nullable String header, Clock clock) {
        if (header == null || header.isBlank()) {
            return null;
        }
        try {
            var seconds = new BigDecimal(header.strip()).min(LONGEST).setScale(0, RoundingMode.CEILING);
            return Duration.ofSeconds(Math.max(0, seconds.longValue()));
        } catch (NumberFormatException e) {
            return untilDate(header.strip(), clock);
        }
    }

    private static @Nullable Duration untilDate(String text, Clock clock) {
        try {
            var then = Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(text));
            var wait = Duration.between(clock.instant(), then);
            return wait.isNegative() ? Duration.ZERO : wait;
        } catch (DateTimeException e) {
            return null;
        }
    }
}
