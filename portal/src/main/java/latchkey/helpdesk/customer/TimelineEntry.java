package latchkey.helpdesk.customer;

import org.jspecify.annotations.Nullable;

/**
 * One event of a customer's past, in words.
 *
 * @param event as our trail has it
 * @param time of day
 * @param sentence what happened
 * @param note why, or why not; null when there is nothing to add
 */
record TimelineEntry(
        PastEvent event,
        String time,
        String sentence,
        @Nullable String note) {

    /** How it is coloured. */
    public String style() {
        return switch (event.ending()) {
            case DONE -> "good";
            case REFUSED, UNKNOWN -> "warn";
            case FAILED -> "bad";
            case RUNNING -> "";
        };
    }

    /** The key of its badge, such as {@code refused}. */
    public String ending() {
        return event.ending().name().toLowerCase(java.util.Locale.ROOT);
    }
}
