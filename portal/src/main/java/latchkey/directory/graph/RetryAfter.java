package latchkey.directory.graph;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/** Reads Retry-After: whole seconds, decimals or a date (facts §12, RFC 9110 §10.2.3). */
final class RetryAfter {

    private static final BigDecimal LONGEST_SECONDS =
            BigDecimal.valueOf(Duration.ofDays(1).toSeconds());

    private RetryAfter() {}

    /** The wait, rounded up to a whole second for decimals; null when the header is missing or unreadable. */
    static @Nullable Duration read(@Nullable String header, Clock clock) {
        if (header == null || header.isBlank()) {
            return null;
        }
        var seconds = seconds(header.strip());
        return seconds != null ? seconds : date(header.strip(), clock);
    }

    private static @Nullable Duration seconds(String text) {
        try {
            var seconds = new BigDecimal(text).min(LONGEST_SECONDS).setScale(0, RoundingMode.CEILING);
            return Duration.ofSeconds(Math.max(0, seconds.longValue()));
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private static @Nullable Duration date(String text, Clock clock) {
        try {
            var then = Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(text));
            var wait = Duration.between(clock.instant(), then);
            return wait.isNegative() ? Duration.ZERO : wait;
        } catch (DateTimeException e) {
            return null;
        }
    }
}
