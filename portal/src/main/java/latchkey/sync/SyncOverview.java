package latchkey.sync;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counts the queue and measures the lag. */
@Component
class SyncOverview {

    private static final Duration LOOKED_AT = Duration.ofHours(1);

    private final JdbcClient jdbc;
    private final Clock clock;

    SyncOverview(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    SyncStatus now() {
        return jdbc.sql("""
            SELECT queue.*, lag.* FROM (
                SELECT count(*) FILTER (WHERE state = 'DUE') AS waiting,
                    count(*) FILTER (WHERE state = 'RUNNING') AS running,
                    count(*) FILTER (WHERE state = 'VERIFYING') AS verifying,
                    count(*) FILTER (WHERE state = 'PARKED') AS parked,
                    count(*) FILTER (WHERE state = 'HELD') AS held,
                    count(*) FILTER (WHERE state = 'WATCHED') AS watched,
                    count(*) FILTER (WHERE state = 'NOT_LINKED') AS not_linked,
                    min(waiting_since) FILTER (WHERE state IN ('DUE', 'RUNNING')) AS oldest
                FROM sync_contacts) AS queue,
               (SELECT count(*) AS applied,
                    percentile_cont(0.5) WITHIN GROUP (ORDER BY seconds) AS lag_median,
                    percentile_cont(0.95) WITHIN GROUP (ORDER BY seconds) AS lag_95
                FROM (SELECT greatest(0, extract(epoch FROM applied_at - saved_at))::float8 AS seconds
                      FROM sync_pushes WHERE applied_at > :since) AS pushes) AS lag\
            """)
                .param("since", SyncRows.at(clock.instant().minus(LOOKED_AT)))
                .query((row, number) -> status(row))
                .single();
    }

    private static SyncStatus status(ResultSet row) throws SQLException {
        return new SyncStatus(
                row.getLong("waiting"),
                row.getLong("running"),
                row.getLong("verifying"),
                row.getLong("parked"),
                row.getLong("held"),
                row.getLong("watched"),
                row.getLong("not_linked"),
                SyncRows.instant(row, "oldest"),
                row.getLong("applied"),
                number(row, "lag_median"),
                number(row, "lag_95"));
    }

    private static @Nullable Double number(ResultSet row, String column) throws SQLException {
        var value = row.getDouble(column);
        return row.wasNull() ? null : value;
    }
}
