package latchkey.helpdesk.rulebook;

import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import latchkey.api.Problem;
import latchkey.api.ProblemException;
import latchkey.helpdesk.policy.Question;
import org.jspecify.annotations.Nullable;

/**
 * A question as a form or a program puts it.
 *
 * @param roles names of the agent's roles
 * @param action the action's name
 * @param directory the customer's directory
 * @param attributes the customer's attributes, {@code name=value} on a line each
 * @param blocked whether the customer's sign-in is blocked
 * @param reason of the case
 * @param ticket of the case
 * @param at a day and time such as {@code 2026-01-05T22:00}, by the help desk's clock; now when left out
 */
record Asked(
        @Nullable Set<String> roles,
        @Nullable String action,
        @Nullable String directory,
        @Nullable String attributes,
        @Nullable Boolean blocked,
        @Nullable String reason,
        @Nullable String ticket,
        @Nullable String at) {

    static final Asked NOTHING = new Asked(null, null, null, null, null, null, null, null);

    /** Whether that role was named, for the form that is shown again. */
    public boolean names(String role) {
        return roles != null && roles.contains(role);
    }

    /**
     * The question.
     *
     * @throws ProblemException {@code MALFORMED_REQUEST} naming what cannot be read
     */
    Question question(LocalDateTime now) {
        return new Question(
                roles == null ? Set.of() : roles,
                text(action),
                text(directory),
                values(),
                !Boolean.TRUE.equals(blocked),
                text(reason),
                text(ticket),
                moment(now));
    }

    private Map<String, String> values() {
        var values = new TreeMap<String, String>();
        text(attributes).lines().filter(line -> !line.isBlank()).forEach(line -> {
            var equals = line.indexOf('=');
            if (equals < 1) {
                throw malformed("attributes");
            }
            values.put(
                    line.substring(0, equals).strip(),
                    line.substring(equals + 1).strip());
        });
        return values;
    }

    private LocalDateTime moment(LocalDateTime now) {
        try {
            return text(at).isEmpty() ? now : LocalDateTime.parse(text(at));
        } catch (DateTimeParseException e) {
            throw malformed("at");
        }
    }

    private static ProblemException malformed(String where) {
        return new ProblemException(Problem.MALFORMED_REQUEST, Map.of("where", where));
    }

    private static String text(@Nullable String typed) {
        return Objects.requireNonNullElse(typed, "").strip();
    }
}
