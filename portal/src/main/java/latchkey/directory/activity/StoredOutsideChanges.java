package latchkey.directory.activity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import latchkey.directory.CustomerId;
import latchkey.directory.Directories;
import latchkey.directory.DirectoryEvent;
import latchkey.directory.DirectoryId;
import latchkey.directory.OutsideChanges;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds them in what was collected; whom the settings expect is asked for anew each time. */
@Component
class StoredOutsideChanges implements OutsideChanges {

    /** What the log calls a customer's own sign-in is no change; what they did to their own account is theirs. */
    private static final String OUTSIDE = """
        FROM directory_events AS e
        WHERE e.directory = :directory AND e.result = 'SUCCESS' AND e.service <> :signIns
        AND (e.person IS NULL OR lower(e.person) <> e.customer::text)
        AND NOT EXISTS (SELECT 1 FROM directory_own_apps AS own
                        WHERE own.directory = e.directory AND own.id IN (e.app, e.principal))
        AND NOT lower(coalesce(e.app, '')) = ANY (:expected) AND NOT lower(coalesce(e.principal, '')) = ANY (:expected)
        AND NOT lower(coalesce(e.app_name, '')) = ANY (:expected) AND NOT lower(coalesce(e.person, '')) = ANY (:expected)\
        """;

    private static final String LATEST =
            "SELECT e.*, false AS ours " + OUTSIDE + " AND e.at >= :since ORDER BY e.at DESC, e.event_id LIMIT :limit";

    private static final String BY_WHOM = """
        SELECT CASE WHEN e.person IS NOT NULL THEN 'PERSON'
                    WHEN coalesce(e.app_name, e.app, e.principal) IS NOT NULL THEN 'APPLICATION' ELSE 'NOBODY' END AS kind,
            coalesce(e.person, e.app_name, e.app, e.principal) AS name, count(*) AS changes
        %s AND e.heard_at > :after AND e.heard_at <= :until GROUP BY 1, 2 ORDER BY 3 DESC, 2\
        """.formatted(OUTSIDE);

    private final JdbcClient jdbc;
    private final ActivitySettings settings;
    private final Directories directories;

    StoredOutsideChanges(JdbcClient jdbc, ActivitySettings settings, Directories directories) {
        this.jdbc = jdbc;
        this.settings = settings;
        this.directories = directories;
    }

    @Override
    public List<OutsideChange> latest(Instant since, int limit) {
        return directories.all().stream()
                .flatMap(directory -> latest(directory, since, limit).stream())
                .sorted(Comparator.comparing(
                                (OutsideChange change) -> change.event().at())
                        .reversed())
                .limit(limit)
                .toList();
    }

    @Override
    public List<Initiator> heardOf(DirectoryId directory, Instant after, Instant until) {
        return about(directory, BY_WHOM)
                .param("after", after.atOffset(ZoneOffset.UTC))
                .param("until", until.atOffset(ZoneOffset.UTC))
                .query((row, number) -> new Initiator(
                        DirectoryEvent.Kind.valueOf(row.getString("kind")),
                        row.getString("name"),
                        row.getLong("changes")))
                .list();
    }

    @Override
    public Instant settled() {
        return jdbc.sql("SELECT now() - interval '1 minute'")
                .query(OffsetDateTime.class)
                .single()
                .toInstant();
    }

    private List<OutsideChange> latest(DirectoryId directory, Instant since, int limit) {
        return about(directory, LATEST)
                .param("since", since.atOffset(ZoneOffset.UTC))
                .param("limit", limit)
                .query((row, number) -> change(directory, row))
                .list();
    }

    private JdbcClient.StatementSpec about(DirectoryId directory, String sql) {
        return jdbc.sql(sql)
                .param("directory", directory.value())
                .param("signIns", StoredActivity.SIGN_IN_SERVICE)
                .param("expected", settings.of(directory).expected().toArray(String[]::new));
    }

    private static OutsideChange change(DirectoryId directory, ResultSet row) throws SQLException {
        var customer = new CustomerId(directory, row.getObject("customer", UUID.class));
        return new OutsideChange(customer, StoredActivity.event(row, customer));
    }
}
