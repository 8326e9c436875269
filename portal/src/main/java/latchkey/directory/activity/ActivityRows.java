package latchkey.directory.activity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import latchkey.directory.DirectoryId;
import latchkey.directory.LogReading.Gap;
import latchkey.directory.LogReading.Trouble;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Writes down what was read of the directories' logs and how far, for one holder per directory. */
@Component
class ActivityRows {

    private static final String HOLD = """
        INSERT INTO directory_readings AS r (directory, holder, held_until) VALUES (:directory, :holder, :until)
        ON CONFLICT (directory) DO UPDATE SET holder = excluded.holder, held_until = excluded.held_until
        WHERE r.holder = excluded.holder OR r.held_until IS NULL OR r.held_until < :now
        RETURNING latest_event, read_until\
        """;

    private static final String ADVANCE = """
        UPDATE directory_readings SET
            latest_event = greatest(latest_event, :latest), read_until = greatest(read_until, :readUntil),
            held_until = :heldUntil, trouble = NULL, trouble_since = NULL
        WHERE directory = :directory AND holder = :holder\
        """;

    private static final String EVENTS = """
        INSERT INTO directory_events (directory, event_id, customer, at, activity, service, result, correlation_id,
            app, principal, app_name, person, code, policy, client, changed)
        SELECT :directory, id, customer, at, activity, service, result, "correlationId",
            by ->> 'app', by ->> 'principal', by ->> 'appName', by ->> 'person', code, policy, client, changed
        FROM jsonb_to_recordset(:events::jsonb) AS event (
            id text, customer uuid, at timestamptz, activity text, service text, result text, "correlationId" text,
            by jsonb, code text, policy text, client text, changed text[])
        ON CONFLICT (directory, event_id) DO NOTHING\
        """;

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final JsonMapper json = new JsonMapper();

    ActivityRows(JdbcClient jdbc, TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    /**
     * How far the log was read before.
     *
     * @param latestEvent by the directory's clock
     * @param readUntil by ours
     */
    record Mark(@Nullable Instant latestEvent, @Nullable Instant readUntil) {}

    /** Makes the holder the only one who reads the log until then; empty while somebody else is. */
    Optional<Mark> hold(DirectoryId directory, UUID holder, Instant now, Instant until) {
        return jdbc.sql(HOLD)
                .param("directory", directory.value())
                .param("holder", holder)
                .param("now", at(now))
                .param("until", at(until))
                .query((row, number) -> new Mark(instant(row, "latest_event"), instant(row, "read_until")))
                .optional();
    }

    /**
     * Writes a page down together with the mark behind it; events that are there already stay as they are.
     *
     * @return how many events are new
     * @throws LostHold when somebody else reads by now; nothing is written then
     */
    int store(DirectoryId directory, UUID holder, LogPage page, Instant readUntil, Instant heldUntil) {
        var stored = transaction.execute(status -> {
            advance(directory, holder, page.latest(), readUntil, heldUntil);
            return page.events().isEmpty() ? 0 : insert(directory, page.events());
        });
        return stored == null ? 0 : stored;
    }

    /** Makes a time known of which nothing could be read. */
    void gap(DirectoryId directory, Gap gap) {
        jdbc.sql("""
            INSERT INTO directory_gaps (directory, from_at, until_at) VALUES (:directory, :from, :until)
            ON CONFLICT (directory, from_at) DO UPDATE SET until_at = excluded.until_at\
            """)
                .param("directory", directory.value())
                .param("from", at(gap.from()))
                .param("until", at(gap.until()))
                .update();
    }

    /** Remembers by which ids the log names us; ids of replaced registrations stay. */
    void own(DirectoryId directory, Set<String> ids) {
        ids.forEach(id -> jdbc.sql(
                        "INSERT INTO directory_own_apps (directory, id) VALUES (:directory, :id) ON CONFLICT DO NOTHING")
                .param("directory", directory.value())
                .param("id", id)
                .update());
    }

    /** Says what stands in the way, and since when. */
    void trouble(DirectoryId directory, UUID holder, Trouble trouble, Instant now) {
        jdbc.sql("""
            UPDATE directory_readings SET trouble = :trouble,
                trouble_since = CASE WHEN trouble = :trouble THEN trouble_since ELSE :now END
            WHERE directory = :directory AND holder = :holder\
            """)
                .param("trouble", trouble.name())
                .param("now", at(now))
                .param("directory", directory.value())
                .param("holder", holder)
                .update();
    }

    /** Lets another node go on at once. */
    void release(DirectoryId directory, UUID holder) {
        jdbc.sql("UPDATE directory_readings SET held_until = NULL WHERE directory = :directory AND holder = :holder")
                .param("directory", directory.value())
                .param("holder", holder)
                .update();
    }

    /** Removes what is older than this. */
    void purge(DirectoryId directory, Instant before) {
        for (var sql : List.of(
                "DELETE FROM directory_events WHERE directory = :directory AND at < :before",
                "DELETE FROM directory_gaps WHERE directory = :directory AND until_at < :before")) {
            jdbc.sql(sql)
                    .param("directory", directory.value())
                    .param("before", at(before))
                    .update();
        }
    }

    // First, because the row's lock makes one who took over in between wait, or shows that he did.
    private void advance(
            DirectoryId directory, UUID holder, @Nullable Instant latest, Instant readUntil, Instant heldUntil) {
        var held = jdbc.sql(ADVANCE)
                .param("latest", latest == null ? null : at(latest), java.sql.Types.TIMESTAMP_WITH_TIMEZONE)
                .param("readUntil", at(readUntil))
                .param("heldUntil", at(heldUntil))
                .param("directory", directory.value())
                .param("holder", holder)
                .update();
        if (held == 0) {
            throw new LostHold();
        }
    }

    private int insert(DirectoryId directory, List<LoggedEvent> events) {
        return jdbc.sql(EVENTS)
                .param("directory", directory.value())
                .param("events", json.writeValueAsString(events))
                .update();
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var value = row.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    /** Somebody else reads this directory's log by now. */
    static final class LostHold extends RuntimeException {
        private static final long serialVersionUID = 1L;

        LostHold() {
            super("another node reads this directory's log");
        }
    }
}
