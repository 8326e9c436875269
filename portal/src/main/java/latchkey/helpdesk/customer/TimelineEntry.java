package latchkey.helpdesk.customer;

import java.time.Instant;
import java.util.Locale;
import latchkey.helpdesk.customer.PastEvent.Ending;
import org.jspecify.annotations.Nullable;

/**
 * One event of a customer's past, in words.
 *
 * @param id of our trail's entry, or the directory's own id of its event
 * @param origin where it comes from
 * @param actor who; for the directory's events an application's name or an object id
 * @param action our action's name, or the directory's name of the activity
 * @param ours as our trail has it; null for the directory's own events
 * @param logged when the directory's log shows it; null when it does not (yet)
 * @param time of day
 * @param sentence what happened
 * @param note why, or why not; null when there is nothing to add
 */
record TimelineEntry(
        String id,
        Instant at,
        Origin origin,
        @Nullable String actor,
        String action,
        Ending ending,
        @Nullable PastEvent ours,
        @Nullable String logged,
        String time,
        String sentence,
        @Nullable String note) {

    /** How it is coloured. */
    public String style() {
        if (origin == Origin.UNEXPLAINED) {
            return "bad";
        }
        return switch (ending) {
            case DONE -> origin == Origin.LATCHKEY ? "good" : "";
            case REFUSED, UNKNOWN -> "warn";
            case FAILED -> "bad";
            case RUNNING -> "";
        };
    }

    /** The key of its badge, such as {@code refused}. */
    public String endingKey() {
        return ending.name().toLowerCase(Locale.ROOT);
    }

    /** The key of the words for its origin, such as {@code outside}. */
    public String originKey() {
        return CustomerAnswer.code(origin);
    }

    public boolean happened() {
        return ending == Ending.DONE;
    }

    /** Whether the reader is told where it comes from; what was done here or by signing in needs no such words. */
    public boolean isForeign() {
        return origin != Origin.LATCHKEY && origin != Origin.SIGN_IN;
    }

    public @Nullable String ticket() {
        return ours == null ? null : ours.ticket();
    }
}
