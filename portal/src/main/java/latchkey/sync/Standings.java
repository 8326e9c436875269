package latchkey.sync;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import latchkey.directory.DirectoryId;
import latchkey.sync.dataverse.DataverseSettings;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How the sync of each directory stands, in the database: every node obeys within a second. */
@Component
class Standings {

    private static final Duration REMEMBERED = Duration.ofSeconds(1);

    private final JdbcClient jdbc;
    private final DataverseSettings environments;
    private final WatchSettings settings;
    private final Clock clock;
    private final Map<DirectoryId, Seen> seen = new ConcurrentHashMap<>();

    Standings(JdbcClient jdbc, DataverseSettings environments, WatchSettings settings, Clock clock) {
        this.jdbc = jdbc;
        this.environments = environments;
        this.settings = settings;
        this.clock = clock;
    }

    private record Seen(Standing standing, long at) {}

    /** Of every directory with contacts, by name. */
    List<Standing> all() {
        return environments.dataverse().keySet().stream()
                .sorted()
                .map(name -> now(new DirectoryId(name)))
                .toList();
    }

    boolean knows(DirectoryId directory) {
        return environments.dataverse().containsKey(directory.value());
    }

    /** Asks the database. */
    Standing now(DirectoryId directory) {
        return jdbc.sql("SELECT * FROM sync_directories WHERE directory = :directory")
                .param("directory", directory.value())
                .query((row, number) -> standing(row))
                .optional()
                .orElseGet(() -> new Standing(directory, settings.beginLive(), null, null, null, null));
    }

    /** As it was within the last second. */
    Standing lately(DirectoryId directory) {
        var now = System.nanoTime();
        var known = seen.get(directory);
        if (known == null || now - known.at() > REMEMBERED.toNanos()) {
            known = new Seen(now(directory), now);
            seen.put(directory, known);
        }
        return known.standing();
    }

    /** Lets it write or stop writing; false when it does so already. What was watched is looked at again, as bulk work. */
    boolean goLive(DirectoryId directory, boolean live) {
        begin(directory);
        var changed = jdbc.sql("""
            UPDATE sync_directories SET live = :live, changed_at = :now
            WHERE directory = :directory AND live <> :live\
            """)
                        .param("live", live)
                        .param("now", SyncRows.at(clock.instant()))
                        .param("directory", directory.value())
                        .update()
                > 0;
        if (changed && live) {
            jdbc.sql("""
                UPDATE sync_contacts SET state = 'DUE', next_at = :now, waiting_since = :now, lane = 1, attempts = 0,
                    decision = 'COUNTED', decided_version = held_version
                WHERE directory = :directory AND state = 'WATCHED'\
                """)
                    .param("now", SyncRows.at(clock.instant()))
                    .param("directory", directory.value())
                    .update();
        }
        seen.remove(directory);
        return changed;
    }

    /** Stops it or lets it go on, by a person's word; false when it is so already. */
    boolean pause(DirectoryId directory, boolean paused) {
        begin(directory);
        var changed = jdbc.sql("""
            UPDATE sync_directories SET paused_at = CASE WHEN :paused THEN :now END, changed_at = :now
            WHERE directory = :directory AND (paused_at IS NOT NULL) <> :paused\
            """)
                        .param("paused", paused)
                        .param("now", SyncRows.at(clock.instant()))
                        .param("directory", directory.value())
                        .update()
                > 0;
        seen.remove(directory);
        return changed;
    }

    /** It stops by itself until a probe succeeds; false when it has stopped already. */
    boolean breakOff(DirectoryId directory, Reason reason, Instant probeAt) {
        begin(directory);
        var broken = jdbc.sql("""
            UPDATE sync_directories SET broken_at = :now, broken_reason = :reason, probe_at = :probeAt
            WHERE directory = :directory AND broken_at IS NULL\
            """)
                        .param("now", SyncRows.at(clock.instant()))
                        .param("reason", reason.name())
                        .param("probeAt", SyncRows.at(probeAt))
                        .param("directory", directory.value())
                        .update()
                > 0;
        seen.remove(directory);
        return broken;
    }

    /** It works again. */
    boolean mend(DirectoryId directory) {
        var mended = jdbc.sql("""
            UPDATE sync_directories SET broken_at = NULL, broken_reason = NULL, probe_at = NULL
            WHERE directory = :directory AND broken_at IS NOT NULL\
            """).param("directory", directory.value()).update() > 0;
        seen.remove(directory);
        return mended;
    }

    /** The broken directories that whoever asks may try one contact of; nobody else may until the next time. */
    List<DirectoryId> toProbe(Instant next) {
        return jdbc.sql("""
            UPDATE sync_directories SET probe_at = :next
            WHERE probe_at <= :now AND paused_at IS NULL RETURNING directory\
            """)
                .param("next", SyncRows.at(next))
                .param("now", SyncRows.at(clock.instant()))
                .query((row, number) -> new DirectoryId(row.getString("directory")))
                .list();
    }

    /** The directories that broke off and of which nobody was told for that reason lately; marked as told. */
    List<Standing> markTold(Duration silence) {
        return jdbc.sql("""
            UPDATE sync_directories SET told_at = :now, told_reason = broken_reason
            WHERE broken_at IS NOT NULL
              AND (told_reason IS DISTINCT FROM broken_reason OR told_at < least(broken_at, :before))
            RETURNING *\
            """)
                .param("now", SyncRows.at(clock.instant()))
                .param("before", SyncRows.at(clock.instant().minus(silence)))
                .query((row, number) -> standing(row))
                .list();
    }

    private void begin(DirectoryId directory) {
        jdbc.sql("""
            INSERT INTO sync_directories (directory, live, changed_at) VALUES (:directory, :live, :now)
            ON CONFLICT DO NOTHING\
            """)
                .param("directory", directory.value())
                .param("live", settings.beginLive())
                .param("now", SyncRows.at(clock.instant()))
                .update();
    }

    private static Standing standing(ResultSet row) throws SQLException {
        var reason = row.getString("broken_reason");
        return new Standing(
                new DirectoryId(row.getString("directory")),
                row.getBoolean("live"),
                SyncRows.instant(row, "paused_at"),
                SyncRows.instant(row, "broken_at"),
                reason == null ? null : Reason.valueOf(reason).key(),
                SyncRows.instant(row, "probe_at"));
    }
}
