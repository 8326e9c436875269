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

    /** The class of styles and the key of the badge, such as {@code refused}. */
    String ending() {
        return event.ending().name().toLowerCase(java.util.Locale.ROOT);
    }
}
