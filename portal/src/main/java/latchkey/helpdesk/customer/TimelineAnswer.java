package latchkey.helpdesk.customer;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A customer's past as programs get it, newest first. */
record TimelineAnswer(List<Event> events) {

    static TimelineAnswer of(List<TimelineEntry> entries) {
        return new TimelineAnswer(entries.stream().map(Event::of).toList());
    }

    /**
     * One event.
     *
     * @param ending done, refused, failed, unknown or running
     * @param problem the code of what stood in the way
     * @param requestId the directory's id of the request
     */
    record Event(
            UUID id,
            Instant at,
            String actor,
            String action,
            String ending,
            String sentence,
            @Nullable String problem,
            @Nullable String reason,
            @Nullable String ticket,
            @Nullable UUID caseId,
            @Nullable String requestId) {
        static Event of(TimelineEntry entry) {
            var event = entry.event();
            return new Event(
                    event.id(),
                    event.at(),
                    event.actor(),
                    event.action(),
                    entry.ending(),
                    entry.sentence(),
                    event.code(),
                    event.reason(),
                    event.ticket(),
                    event.caseId(),
                    event.requestId());
        }
    }
}
