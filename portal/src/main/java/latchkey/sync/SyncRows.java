package latchkey.sync;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import latchkey.directory.DirectoryId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The queue: one row per contact, in which events coalesce; rows are locked in one order, so nothing deadlocks. */
@Component
class SyncRows {

    private static final String HINT = """
        INSERT INTO sync_contacts AS c
            (directory, contact_id, state, next_at, hints, last_operation, hinted_at, waiting_since, lane, net, brought_at)
        SELECT directory, contact_id, 'DUE', :now, count(*), max(operation::text)::uuid, :now, :now, min(lane), :net, :now
        FROM unnest(:directories::text[], :contacts::uuid[], :operations::uuid[], :lanes::smallint[])
            AS hint (directory, contact_id, operation, lane)
        GROUP BY directory, contact_id
        ORDER BY directory, contact_id
        ON CONFLICT (directory, contact_id) DO UPDATE SET
            hints = c.hints + excluded.hints,
            last_operation = excluded.last_operation,
            hinted_at = excluded.hinted_at,
            waiting_since = coalesce(c.waiting_since, excluded.waiting_since),
            -- whoever came first brought it
            net = CASE WHEN c.state IN ('RUNNING', 'DUE') THEN c.net ELSE excluded.net END,
            brought_at = CASE WHEN c.state IN ('RUNNING', 'DUE') THEN c.brought_at ELSE excluded.brought_at END,
            dismissed_at = NULL,
            -- a row that waits after a failure keeps waiting: the other side may have asked for that time
            next_at = CASE WHEN c.state IN ('RUNNING', 'DUE') THEN c.next_at ELSE excluded.next_at END,
            state = CASE WHEN c.state IN ('RUNNING', 'DUE') THEN c.state ELSE 'DUE' END,
            lane = CASE WHEN c.state IN ('RUNNING', 'DUE') THEN least(c.lane, excluded.lane) ELSE excluded.lane END,
            attempts = CASE WHEN c.state = 'PARKED' THEN 0 ELSE c.attempts END,
            parked_at = NULL,
            held_at = NULL,
            told_at = NULL\
        """;

    private static final String CLAIM = """
        -- materialized: joined as it stands, a plan may run it again for each row, and each time it finds others to lock
        WITH due AS MATERIALIZED (
            SELECT directory, contact_id FROM sync_contacts
            WHERE next_at <= :now AND lane <= :lane AND %s
            ORDER BY lane, next_at LIMIT :limit FOR UPDATE SKIP LOCKED)
        UPDATE sync_contacts AS c SET
            state = 'RUNNING', claim = :claim, owner = :owner, next_at = :leaseEnd, attempts = attempts + 1,
            -- the last attempt ended with its process: it may have written, and may still be writing
            verify_due = CASE WHEN attempt_open THEN greatest(verify_due, :openUntil) ELSE verify_due END,
            last_write_at = CASE WHEN attempt_open THEN greatest(last_write_at, :openUntil) ELSE last_write_at END,
            attempt_open = true
        FROM due
        WHERE c.directory = due.directory AND c.contact_id = due.contact_id
        RETURNING c.directory, c.contact_id, c.hints, c.attempts, c.last_write_at, c.verify_due, c.customer_id,
            c.version, c.saved_at, c.waiting_since, c.lane, c.decision, c.decided_version\
        """;

    private static final String WORKING = """
        NOT EXISTS (SELECT FROM sync_directories AS d WHERE d.directory = sync_contacts.directory
                    AND (d.paused_at IS NOT NULL OR d.broken_at IS NOT NULL))\
        """;

    private static final String ONE_DIRECTORY = "directory = :directory";

    private static final String RESULTS = """
        WITH result AS (
            SELECT * FROM jsonb_to_recordset(:results::jsonb) AS result (
                directory text, contact uuid, claim uuid, hints bigint, state text, "nextAt" timestamptz,
                attempts integer, "lastWriteAt" timestamptz, "verifyDue" timestamptz, customer uuid,
                version bigint, "savedAt" timestamptz, "appliedAt" timestamptz, news boolean,
                reason text, words text, "requestId" text, "parkedAt" timestamptz,
                "heldAt" timestamptz, "heldVersion" bigint, differences jsonb, wrote boolean, changes jsonb,
                "changesVersion" bigint)
        ), held AS (
            SELECT c.directory, c.contact_id, c.hints > result.hints AS hinted_again
            FROM sync_contacts AS c
            JOIN result ON c.directory = result.directory AND c.contact_id = result.contact
            WHERE c.claim = result.claim AND c.state = 'RUNNING'
            ORDER BY c.directory, c.contact_id
            FOR UPDATE OF c
        ), settled AS (
            UPDATE sync_contacts AS c SET
                state = CASE WHEN hinted_again THEN 'DUE' ELSE result.state END,
                next_at = CASE WHEN hinted_again AND result.state <> 'DUE' THEN :now ELSE result."nextAt" END,
                waiting_since = CASE WHEN result.state IN ('DUE', 'PARKED', 'HELD') THEN c.waiting_since
                                     WHEN hinted_again THEN c.hinted_at END,
                attempts = CASE WHEN hinted_again AND result.state = 'PARKED' THEN 0 ELSE result.attempts END,
                parked_at = CASE WHEN hinted_again THEN NULL ELSE result."parkedAt" END,
                held_at = CASE WHEN hinted_again THEN NULL ELSE result."heldAt" END,
                held_version = result."heldVersion", differences = result.differences,
                lane = CASE WHEN hinted_again OR result.state IN ('DUE', 'VERIFYING') THEN c.lane ELSE 0 END,
                -- a word about a version holds until that version is done or another one has come
                decision = CASE WHEN result.state IN ('DUE', 'PARKED', 'REJECTED') THEN c.decision END,
                decided_version = CASE WHEN result.state IN ('DUE', 'PARKED', 'REJECTED') THEN c.decided_version END,
                told_at = NULL,
                claim = NULL, owner = NULL, attempt_open = false,
                last_write_at = result."lastWriteAt", verify_due = result."verifyDue",
                customer_id = result.customer,
                version = result.version, saved_at = result."savedAt",
                applied_at = coalesce(result."appliedAt", c.applied_at),
                reason = result.reason, words = result.words, request_id = result."requestId"
            FROM result, held
            WHERE c.directory = held.directory AND c.contact_id = held.contact_id
              AND result.directory = held.directory AND result.contact = held.contact_id
            RETURNING c.directory, c.contact_id
        ), change AS (
            SELECT result.directory, result.contact, result.wrote, result."changesVersion" AS version, change.*
            FROM result
            JOIN settled ON settled.directory = result.directory AND settled.contact_id = result.contact
            CROSS JOIN LATERAL jsonb_to_recordset(result.changes) AS change (
                attribute text, value text, replaced text, address text, moved boolean, domains text, cleared boolean)
        ), remembered AS (
            INSERT INTO sync_applied AS a (directory, contact_id, attribute, value, replaced, applied_at)
            SELECT directory, contact, attribute, value, ARRAY[replaced], :now FROM change WHERE wrote
            ORDER BY directory, contact, attribute
            ON CONFLICT (directory, contact_id, attribute) DO UPDATE SET
                value = excluded.value,
                replaced = (array_prepend(a.value, excluded.replaced || a.replaced))[1 : 6],
                applied_at = excluded.applied_at,
                returns = CASE WHEN excluded.value = ANY (a.replaced)
                    THEN (array_prepend(excluded.applied_at, a.returns))[1 : 20] ELSE a.returns END
            WHERE a.value <> excluded.value
        ), counted AS (
            INSERT INTO sync_changes (directory, contact_id, attribute, version, at, address, moved, domains, cleared)
            SELECT directory, contact, attribute, version, :now, address, moved, domains, cleared FROM change
            WHERE address IS NOT NULL OR moved OR cleared
            ON CONFLICT DO NOTHING
        )
        INSERT INTO sync_pushes (directory, contact_id, version, saved_at, applied_at)
        SELECT result.directory, result.contact, result.version, result."savedAt", result."appliedAt"
        FROM result
        JOIN settled ON settled.directory = result.directory AND settled.contact_id = result.contact
        WHERE result.news\
        """;

    private final JdbcClient jdbc;
    private final JsonMapper json = new JsonMapper();

    SyncRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Writes down what webhooks said, all or none; hints for one contact become one. */
    void hint(List<Hint> hints, Instant now) {
        hint(Net.WEBHOOK, hints, now);
    }

    /** Writes down what a net brought, all or none; hints for one contact become one. */
    void hint(Net net, List<Hint> hints, Instant now) {
        jdbc.sql(HINT)
                .param("net", net.name())
                .param("now", at(now))
                .param(
                        "directories",
                        texts(hints.stream().map(hint -> hint.directory().value())))
                .param(
                        "contacts",
                        texts(hints.stream().map(hint -> hint.contact().toString())))
                .param(
                        "operations",
                        texts(hints.stream().map(hint -> hint.operation().toString())))
                .param(
                        "lanes",
                        texts(hints.stream()
                                .map(hint -> Integer.toString(hint.lane().rank()))))
                .update();
    }

    /**
     * Takes contacts that are due, of directories whose sync is not stopped.
     *
     * @param least the least urgent lane that is taken from; the more urgent ones come first
     * @param openUntil until when the attempts of a dead process may still write
     */
    List<Claimed> claim(int owner, int limit, SyncLane least, Instant now, Duration lease, Instant openUntil) {
        return claim(jdbc.sql(CLAIM.formatted(WORKING)), owner, limit, least, now, lease, openUntil);
    }

    /** Takes one contact of a directory whose sync has stopped itself, to see whether it works again. */
    List<Claimed> claimProbe(int owner, DirectoryId directory, Instant now, Duration lease, Instant openUntil) {
        var one = jdbc.sql(CLAIM.formatted(ONE_DIRECTORY)).param("directory", directory.value());
        return claim(one, owner, 1, SyncLane.BULK, now, lease, openUntil);
    }

    private static List<Claimed> claim(
            JdbcClient.StatementSpec statement,
            int owner,
            int limit,
            SyncLane least,
            Instant now,
            Duration lease,
            Instant openUntil) {
        var claim = UUID.randomUUID();
        return statement
                .param("claim", claim)
                .param("lane", least.rank())
                .param("owner", owner)
                .param("now", at(now))
                .param("leaseEnd", at(now.plus(lease)))
                .param("openUntil", at(openUntil))
                .param("limit", limit)
                .query((row, number) -> claimed(row, claim, now, now.plus(lease)))
                .list();
    }

    /** Records how attempts ended; those whose claim somebody else has taken over are passed by. */
    void settle(List<Result> results, Instant now) {
        jdbc.sql(RESULTS)
                .param("results", json.writeValueAsString(results))
                .param("now", at(now))
                .update();
    }

    /** Makes the contacts of a dead process due; their attempts stay open. Returns how many there were. */
    int takeOver(int owner, Instant now) {
        return jdbc.sql("UPDATE sync_contacts SET next_at = :now WHERE owner = :owner AND state = 'RUNNING'")
                .param("now", at(now))
                .param("owner", owner)
                .update();
    }

    /** The processes that hold contacts. */
    List<Integer> owners() {
        return jdbc.sql("SELECT DISTINCT owner FROM sync_contacts WHERE state = 'RUNNING' AND owner IS NOT NULL")
                .query((row, number) -> row.getInt("owner"))
                .list();
    }

    /**
     * What is recorded about one contact at the end of an attempt; the row has these values afterwards.
     *
     * @param state and when it is looked at next, unless another hint came meanwhile
     * @param appliedAt when it came into step, null when it did not
     * @param news whether that brought a version that the directory did not have before
     */
    record Result(
            String directory,
            UUID contact,
            UUID claim,
            long hints,
            State state,
            @Nullable Instant nextAt,
            int attempts,
            @Nullable Instant lastWriteAt,
            @Nullable Instant verifyDue,
            @Nullable UUID customer,
            @Nullable Long version,
            @Nullable Instant savedAt,
            @Nullable Instant appliedAt,
            boolean news,
            @Nullable Reason reason,
            @Nullable String words,
            @Nullable String requestId,
            @Nullable Instant parkedAt,
            @Nullable Instant heldAt,
            @Nullable Long heldVersion,
            @Nullable Map<String, String> differences,
            boolean wrote,
            List<Change> changes,
            @Nullable Long changesVersion) {

        /** The same, with what a person is to look at. */
        Result watched(long version, Map<String, String> different) {
            return with(heldAt, version, different, false, List.of(), null);
        }

        /** The same, held by a guard. */
        Result held(Instant since, long version, Map<String, String> different, List<Change> news) {
            return with(since, version, different, false, news, version);
        }

        /** The same, remembering what was written or may have been. */
        Result written(List<Change> news, @Nullable Long ofVersion) {
            return with(heldAt, heldVersion, differences, true, news, ofVersion);
        }

        private Result with(
                @Nullable Instant since,
                @Nullable Long held,
                @Nullable Map<String, String> different,
                boolean written,
                List<Change> news,
                @Nullable Long ofVersion) {
            return new Result(
                    directory,
                    contact,
                    claim,
                    hints,
                    state,
                    nextAt,
                    attempts,
                    lastWriteAt,
                    verifyDue,
                    customer,
                    version,
                    savedAt,
                    appliedAt,
                    news(),
                    reason,
                    words,
                    requestId,
                    parkedAt,
                    since,
                    held,
                    different,
                    written,
                    news,
                    ofVersion);
        }
    }

    private static Claimed claimed(ResultSet row, UUID claim, Instant now, Instant leaseEnd) throws SQLException {
        return new Claimed(
                new DirectoryId(row.getString("directory")),
                row.getObject("contact_id", UUID.class),
                claim,
                now,
                leaseEnd,
                row.getLong("hints"),
                row.getInt("attempts"),
                instant(row, "last_write_at"),
                instant(row, "verify_due"),
                row.getObject("customer_id", UUID.class),
                row.getObject("version", Long.class),
                instant(row, "saved_at"),
                instant(row, "waiting_since"),
                SyncLane.ofRank(row.getInt("lane")),
                decision(row));
    }

    private static Claimed.@Nullable Decision decision(ResultSet row) throws SQLException {
        var word = row.getString("decision");
        return word == null ? null : new Claimed.Decision(Claimed.Word.valueOf(word), row.getLong("decided_version"));
    }

    /** Makes contacts that were found to differ due, where the sync writes by now; returns how many there were. */
    int wakeWatched(Instant now) {
        return jdbc.sql("""
            UPDATE sync_contacts AS c SET state = 'DUE', next_at = :now, waiting_since = :now, lane = 1,
                decision = 'COUNTED', decided_version = held_version
            FROM sync_directories AS d
            WHERE c.state = 'WATCHED' AND d.directory = c.directory AND d.live\
            """).param("now", at(now)).update();
    }

    /** Forgets counts that no guard asks for any more, and lags that no page shows. */
    void forget(Instant now) {
        jdbc.sql("DELETE FROM sync_changes WHERE at < :before")
                .param("before", at(now.minus(Duration.ofDays(2))))
                .update();
        jdbc.sql("DELETE FROM sync_pushes WHERE applied_at < :before")
                .param("before", at(now.minus(Duration.ofDays(7))))
                .update();
    }

    static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var value = row.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }

    static OffsetDateTime at(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }

    private static String[] texts(java.util.stream.Stream<String> values) {
        return values.toArray(String[]::new);
    }
}
