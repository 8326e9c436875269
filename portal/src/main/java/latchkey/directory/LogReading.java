package latchkey.directory;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far a directory's own log was read.
 *
 * @param collected whether it is read at all
 * @param until everything that the log held up to this moment was read; null before the first reading
 * @param trouble why reading fails just now, one of the words of {@link Trouble}; null when it does not
 * @param gaps what the directory had forgotten before it was read, newest first
 */
public record LogReading(
        boolean collected,
        @Nullable Instant until,
        @Nullable Trouble trouble,
        List<Gap> gaps) {

    public LogReading {
        gaps = List.copyOf(gaps);
    }

    /** A time of which nothing could be read. */
    public record Gap(Instant from, Instant until) {}

    /** What can stand in the way of reading. */
    public enum Trouble {
        /** The app registration lacks {@code AuditLog.Read.All}. */
        NOT_ALLOWED,
        /** Its credentials do not work. */
        MISCONFIGURED,
        /** Too many calls; it waits as the directory asked. */
        THROTTLED,
        /** The directory does not answer, or not in a way that can be read. */
        UNAVAILABLE,
        /** The directory refuses the question. */
        REFUSED
    }
}
