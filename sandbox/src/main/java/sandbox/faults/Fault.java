package sandbox.faults;

import java.util.Objects;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;
import sandbox.journal.Kind;

/**
 * Trouble that befalls the requests it fits.
 *
 * @param kind null = every kind
 * @param method null = every method
 * @param path regular expression that is found in the path; null = every path
 * @param status answered by the action {@code status}
 * @param retryAfter sent as it is: whole or fractional seconds, a date, nonsense; null = no such header
 * @param count how often it strikes before it is used up; null = until removed
 * @param chance between 0 and 1; null = 1
 */
public record Fault(
        @Nullable String id,
        @Nullable Kind kind,
        @Nullable String method,
        @Nullable String path,
        Action action,
        @Nullable Integer status,
        @Nullable String retryAfter,
        @Nullable Long delayMillis,
        @Nullable Integer count,
        @Nullable Double chance) {

    private static final int DEFAULT_STATUS = 503;

    /** The same fault under its id, checked for what cannot work. */
    Fault checked(String newId) {
        demand(action != null, "A fault needs an action: status, slow, lost, reset, down or late");
        demand(count == null || count > 0, "count must be positive, or null for 'until removed'");
        demand(chance == null || (chance >= 0 && chance <= 1), "chance must lie between 0 and 1");
        demand(status == null || (status >= 100 && status <= 599), "status must be an HTTP status");
        demand(delayMillis == null || delayMillis >= 0, "delayMillis cannot be negative");
        pattern();
        return new Fault(newId, kind, method, path, action, status, retryAfter, delayMillis, count, chance);
    }

    Fault left(int times) {
        return new Fault(id, kind, method, path, action, status, retryAfter, delayMillis, times, chance);
    }

    Pattern pattern() {
        try {
            return Pattern.compile(path == null ? "" : path);
        } catch (PatternSyntaxException wrong) {
            throw new IllegalArgumentException("path is no regular expression: " + wrong.getDescription(), wrong);
        }
    }

    boolean fits(Kind asked, String askedMethod) {
        return (kind == null || kind == asked) && (method == null || method.equalsIgnoreCase(askedMethod));
    }

    /** The status to answer with; 503 when none was named. */
    public int statusOrDefault() {
        return Objects.requireNonNullElse(status, DEFAULT_STATUS);
    }

    long delay() {
        return Objects.requireNonNullElse(delayMillis, 0L);
    }

    double probability() {
        return Objects.requireNonNullElse(chance, 1.0);
    }

    private static void demand(boolean met, String rule) {
        if (!met) {
            throw new IllegalArgumentException(rule);
        }
    }
}
