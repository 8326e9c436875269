package sandbox.graph.filter;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** What a literal without quotes means. */
final class Literals {

    private Literals() {}

    static @Nullable Object value(String word) {
        return switch (word) {
            case "null" -> null;
            case "true" -> true;
            case "false" -> false;
            default -> numberOrTime(word);
        };
    }

    private static Object numberOrTime(String word) {
        if (word.matches("[+-]?\\d{1,18}")) {
            return Long.parseLong(word);
        }
        if (word.matches("[+-]?\\d{1,18}\\.\\d{1,18}")) {
            return Double.parseDouble(word);
        }
        var time = time(word);
        return time == null ? new Filter.Bare(word) : time;
    }

    // Facts §3 and §7.1: times stand without quotes; a date alone is its first moment.
    private static @Nullable Instant time(String word) {
        if (!word.matches("\\d{4}-\\d\\d-\\d\\d.*")) {
            return null;
        }
        try {
            return word.length() == 10
                    ? LocalDate.parse(word).atStartOfDay(ZoneOffset.UTC).toInstant()
                    : OffsetDateTime.parse(word).toInstant();
        } catch (DateTimeException noTime) {
            return null;
        }
    }
}
