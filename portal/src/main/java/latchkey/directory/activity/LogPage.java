package latchkey.directory.activity;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of a directory's log.
 *
 * @param events those about a user
 * @param latest the moment of the page's latest event, be it about a user or not; null when the page is empty
 * @param unreadable how many entries made no sense and were left out
 * @param next where it goes on; null on the last page
 */
public record LogPage(
        List<LoggedEvent> events,
        @Nullable Instant latest,
        int unreadable,
        @Nullable String next) {

    public LogPage {
        events = List.copyOf(events);
    }
}
