package latchkey.sync;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import latchkey.directory.DirectoryId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counts who changes how many contacts in a minute, on all nodes together: whoever changes many does bulk work. */
@Component
class Initiators {

    private final JdbcClient jdbc;
    private final LaneSettings settings;
    private final Clock clock;
    private volatile Instant forgotten = Instant.EPOCH;

    Initiators(JdbcClient jdbc, LaneSettings settings, Clock clock) {
        this.jdbc = jdbc;
        this.settings = settings;
        this.clock = clock;
    }

    private record Initiator(DirectoryId directory, UUID user) {}

    /** The hints, those of busy initiators in the bulk lane. */
    List<Hint> laned(List<Hint> hints) {
        var changes = hints.stream()
                .filter(hint -> hint.initiator() != null)
                .collect(Collectors.groupingBy(Initiators::initiator, Collectors.counting()));
        var busy = new HashMap<Initiator, Boolean>();
        changes.forEach((initiator, count) -> busy.put(initiator, count(initiator, count) > settings.bulkAbove()));
        forget();
        return hints.stream()
                .map(hint -> isBusy(hint, busy) ? hint.inLane(SyncLane.BULK) : hint)
                .toList();
    }

    private static boolean isBusy(Hint hint, Map<Initiator, Boolean> busy) {
        return hint.initiator() != null && Boolean.TRUE.equals(busy.get(initiator(hint)));
    }

    private static Initiator initiator(Hint hint) {
        return new Initiator(hint.directory(), Objects.requireNonNull(hint.initiator()));
    }

    /** Adds to this minute, and returns the most of this minute and the one before. */
    private long count(Initiator initiator, long changes) {
        var minute = clock.instant().truncatedTo(ChronoUnit.MINUTES);
        return jdbc.sql("""
            INSERT INTO sync_initiators AS i (directory, initiator, minute, changes)
            VALUES (:directory, :initiator, :minute, :changes)
            ON CONFLICT (directory, initiator, minute) DO UPDATE SET changes = i.changes + excluded.changes
            RETURNING greatest(i.changes, (SELECT b.changes FROM sync_initiators AS b
                WHERE b.directory = i.directory AND b.initiator = i.initiator
                  AND b.minute = i.minute - interval '1 minute'))\
            """)
                .param("directory", initiator.directory().value())
                .param("initiator", initiator.user())
                .param("minute", SyncRows.at(minute))
                .param("changes", changes)
                .query((row, number) -> row.getLong(1))
                .single();
    }

    private void forget() {
        var minute = clock.instant().truncatedTo(ChronoUnit.MINUTES);
        if (minute.isAfter(forgotten)) {
            forgotten = minute;
            jdbc.sql("DELETE FROM sync_initiators WHERE minute < :before")
                    .param("before", SyncRows.at(minute.minus(10, ChronoUnit.MINUTES)))
                    .update();
        }
    }
}
