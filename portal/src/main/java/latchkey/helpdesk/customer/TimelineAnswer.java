package latchkey.helpdesk.customer;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import latchkey.directory.LogReading;
import org.jspecify.annotations.Nullable;

/**
 * A customer's past as programs get it, newest first.
 *
 * @param log how far the directory's own log was read
 */
record TimelineAnswer(List<Event> events, Log log) {

    static TimelineAnswer of(List<TimelineEntry> entries, LogReading reading) {
        return new TimelineAnswer(entries.stream().map(Event::of).toList(), Log.of(reading));
    }

    /**
     * One event.
     *
     * @param origin latchkey for our trail; for the directory's log outside, ambiguous, unexplained or sign-in
     * @param inLog whether the directory's log shows it
     * @param ending done, refused, failed, unknown or running
     * @param problem the code of what stood in the way
     * @param requestId the directory's id of the request
     */
    record Event(
            String id,
            Instant at,
            String origin,
            boolean inLog,
            @Nullable String actor,
            String action,
            String ending,
            String sentence,
            @Nullable String problem,
            @Nullable String reason,
            @Nullable String ticket,
            @Nullable UUID caseId,
            @Nullable String requestId) {
        static Event of(TimelineEntry entry) {
            var ours = entry.ours();
            return new Event(
                    entry.id(),
                    entry.at(),
                    entry.originKey(),
                    entry.logged() != null,
                    entry.actor(),
                    entry.action(),
                    entry.endingKey(),
                    entry.sentence(),
                    ours == null ? null : ours.code(),
                    ours == null ? null : ours.reason(),
                    ours == null ? null : ours.ticket(),
                    ours == null ? null : ours.caseId(),
                    ours == null ? null : ours.requestId());
        }
    }

    /**
     * How far the directory's own log was read.
     *
     * @param collected whether it is read at all
     * @param readUntil everything the log held up to this moment is in the timeline; null before the first reading
     * @param trouble what stands in the way just now: not-allowed, misconfigured, throttled, unavailable or refused
     * @param gaps times of which nothing could be read, newest first
     */
    record Log(
            boolean collected,
            @Nullable Instant readUntil,
            @Nullable String trouble,
            List<Gap> gaps) {
        static Log of(LogReading reading) {
            var trouble = reading.trouble();
            return new Log(
                    reading.collected(),
                    reading.until(),
                    trouble == null ? null : CustomerAnswer.code(trouble),
                    reading.gaps().stream()
                            .map(gap -> new Gap(gap.from(), gap.until()))
                            .toList());
        }
    }

    /** A time of which nothing could be read. */
    record Gap(Instant from, Instant until) {}
}
