package latchkey.oversight;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import latchkey.api.Problem;
import latchkey.api.ProblemException;
import latchkey.audit.AuditQuestion;
import latchkey.audit.Subject;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants to see of the trail, as the address says it; what is missing or blank does not matter.
 *
 * @param directory the customer's directory; only with a customer
 * @param customer the customer's object id
 * @param agent the stable key of who acted
 * @param action the action's name
 * @param caseId the case
 * @param from the first day or moment (ISO 8601; days are UTC days)
 * @param until the last day, or the moment before which
 * @param looks whether those who only looked are shown too; they are where an action is named
 * @param cursor where the page begins
 * @param limit how many entries, 1 to 200; 50 when missing
 */
record Filter(
        @Nullable String directory,
        @Nullable String customer,
        @Nullable String agent,
        @Nullable String action,
        @Nullable String caseId,
        @Nullable String from,
        @Nullable String until,
        @Nullable Boolean looks,
        @Nullable String cursor,
        @Nullable Integer limit) {

    private static final int USUAL = 50;

    private static final int MOST = 200;

    /**
     * The question to the trail.
     *
     * @throws ProblemException naming the part that cannot be read
     */
    AuditQuestion question() {
        return new AuditQuestion(
                subject(),
                text(agent),
                text(action),
                read("case", caseId, UUID::fromString),
                read("from", from, value -> moment(value, 0)),
                read("until", until, value -> moment(value, 1)),
                read("cursor", cursor, Long::valueOf),
                size(),
                showsLooks() || text(action) != null,
                null);
    }

    /** Whether anything is asked for in particular. */
    public boolean isSet() {
        return !(text(customer) == null
                && text(agent) == null
                && text(action) == null
                && text(caseId) == null
                && text(from) == null
                && text(until) == null
                && !showsLooks());
    }

    public boolean showsLooks() {
        return Boolean.TRUE.equals(looks);
    }

    /** The first moment of the stretch; null where there is none. */
    @Nullable
    Instant begin() {
        return question().from();
    }

    /** The moment before which the stretch ends; null where it has no end. */
    @Nullable
    Instant end() {
        return question().until();
    }

    /** The next page of the same. */
    Filter from(Long next) {
        return new Filter(directory, customer, agent, action, caseId, from, until, looks, String.valueOf(next), MOST);
    }

    /** What it narrows down to, for the entry about an export; people do not stand in it but by their ids. */
    Map<String, String> facts() {
        var facts = new LinkedHashMap<String, String>();
        put(facts, "of-directory", directory);
        put(facts, "of-customer", customer);
        put(facts, "of-agent", agent);
        put(facts, "of-action", action);
        put(facts, "of-case", caseId);
        put(facts, "from", from);
        put(facts, "until", until);
        return facts;
    }

    private static void put(Map<String, String> facts, String name, @Nullable String value) {
        var text = text(value);
        if (text != null) {
            facts.put(name, text);
        }
    }

    private @Nullable Subject subject() {
        var id = text(customer);
        if (id == null) {
            return null;
        }
        var where = text(directory);
        if (where == null) {
            throw unreadable("directory");
        }
        return new Subject(where, id);
    }

    private int size() {
        if (limit == null) {
            return USUAL;
        }
        if (limit < 1 || limit > MOST) {
            throw unreadable("limit");
        }
        return limit;
    }

    private static <T> @Nullable T read(String name, @Nullable String value, Function<String, T> reader) {
        var text = text(value);
        try {
            return text == null ? null : reader.apply(text);
        } catch (IllegalArgumentException | DateTimeException e) {
            throw unreadable(name);
        }
    }

    private static Instant moment(String value, int daysOn) {
        return value.length() == "2000-01-01".length()
                ? LocalDate.parse(value)
                        .plusDays(daysOn)
                        .atStartOfDay(ZoneOffset.UTC)
                        .toInstant()
                : Instant.parse(value);
    }

    private static @Nullable String text(@Nullable String value) {
        return value == null || value.isBlank() ? null : value.strip();
    }

    private static ProblemException unreadable(String where) {
        return new ProblemException(Problem.MALFORMED_REQUEST, Map.of("where", where));
    }
}
