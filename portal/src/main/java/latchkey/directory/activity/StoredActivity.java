package latchkey.directory.activity;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import latchkey.directory.ActivityLog;
import latchkey.directory.CustomerId;
import latchkey.directory.DirectoryEvent;
import latchkey.directory.DirectoryEvent.Author;
import latchkey.directory.DirectoryEvent.Kind;
import latchkey.directory.DirectoryEvent.Result;
import latchkey.directory.DirectoryId;
import latchkey.directory.LogReading;
import latchkey.directory.LogReading.Gap;
import latchkey.directory.LogReading.Trouble;
import latchkey.directory.OtherWriter;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Answers from what was collected. */
@Component
class StoredActivity implements ActivityLog {

    private static final int GAPS_TOLD = 10;

    // Facts §7.2: what B2C logs is the customer's own way through a sign-in, not a change of the account.
    static final String SIGN_IN_SERVICE = "B2C";

    private static final String EVENTS = """
        SELECT e.*, EXISTS (SELECT 1 FROM directory_own_apps AS own
                            WHERE own.directory = e.directory AND own.id IN (e.app, e.principal)) AS ours
        FROM directory_events AS e
        WHERE e.directory = :directory AND e.customer = :customer%s
        ORDER BY e.at DESC, e.event_id DESC LIMIT :limit\
        """;

    private static final String SUCCEEDED = " AND e.result = 'SUCCESS' AND lower(e.activity) IN (:activities)";

    private static final String CHANGED_SINCE =
            " AND e.result = 'SUCCESS' AND e.service <> :signIns AND e.at >= :since";

    private static final String OTHER_WRITERS = """
        SELECT coalesce(e.app_name, e.app, e.principal) AS name, count(DISTINCT e.event_id) AS changes, max(e.at) AS last,
            array_agg(DISTINCT property ORDER BY property) AS properties
        FROM directory_events AS e CROSS JOIN LATERAL unnest(e.changed) AS property
        WHERE e.directory = :directory AND e.at >= :since AND e.result = 'SUCCESS' AND e.service <> :signIns
          AND e.person IS NULL AND coalesce(e.app_name, e.app, e.principal) IS NOT NULL
          AND lower(regexp_replace(property, '^extension_[0-9a-f]+_', '', 'i')) IN (:properties)
          AND NOT EXISTS (SELECT FROM directory_own_apps AS own
                          WHERE own.directory = e.directory AND own.id IN (e.app, e.principal))
        GROUP BY 1 ORDER BY changes DESC, name\
        """;

    // The log calls some properties otherwise than Graph does.
    private static final Map<String, String> LOGGED_AS =
            Map.of("othermails", "othermail", "mobilephone", "mobile", "businessphones", "telephonenumber");

    private final JdbcClient jdbc;
    private final ActivitySettings settings;

    StoredActivity(JdbcClient jdbc, ActivitySettings settings) {
        this.jdbc = jdbc;
        this.settings = settings;
    }

    @Override
    public List<DirectoryEvent> of(CustomerId customer, int limit) {
        return jdbc.sql(EVENTS.formatted(""))
                .param("directory", customer.directory().value())
                .param("customer", customer.objectId())
                .param("limit", limit)
                .query((row, number) -> event(row, customer))
                .list();
    }

    @Override
    public Optional<DirectoryEvent> last(CustomerId customer, Set<String> activities) {
        return jdbc.sql(EVENTS.formatted(SUCCEEDED))
                .param("directory", customer.directory().value())
                .param("customer", customer.objectId())
                .param(
                        "activities",
                        activities.stream()
                                .map(name -> name.toLowerCase(Locale.ROOT))
                                .toList())
                .param("limit", 1)
                .query((row, number) -> event(row, customer))
                .optional();
    }

    @Override
    public List<DirectoryEvent> changesSince(CustomerId customer, Instant since) {
        return jdbc.sql(EVENTS.formatted(CHANGED_SINCE))
                .param("directory", customer.directory().value())
                .param("customer", customer.objectId())
                .param("signIns", SIGN_IN_SERVICE)
                .param("since", since.atOffset(ZoneOffset.UTC))
                .param("limit", Integer.MAX_VALUE)
                .query((row, number) -> event(row, customer))
                .list();
    }

    @Override
    public List<OtherWriter> otherWriters(DirectoryId directory, Set<String> properties, Instant since) {
        return properties.isEmpty()
                ? List.of()
                : jdbc.sql(OTHER_WRITERS)
                        .param("directory", directory.value())
                        .param("since", since.atOffset(ZoneOffset.UTC))
                        .param("signIns", SIGN_IN_SERVICE)
                        .param("properties", logged(properties))
                        .query((row, number) -> new OtherWriter(
                                row.getString("name"),
                                row.getLong("changes"),
                                moment(row, "last"),
                                texts(row.getArray("properties"))))
                        .list();
    }

    @Override
    public LogReading reading(DirectoryId directory) {
        var collected = settings.of(directory).enabled();
        return jdbc.sql("SELECT read_until, trouble FROM directory_readings WHERE directory = :directory")
                .param("directory", directory.value())
                .query((row, number) ->
                        new LogReading(collected, instant(row, "read_until"), trouble(row), gaps(directory)))
                .optional()
                .orElseGet(() -> new LogReading(collected, null, null, List.of()));
    }

    private static Set<String> logged(Set<String> properties) {
        return properties.stream()
                .map(name -> name.toLowerCase(Locale.ROOT))
                .flatMap(name -> Stream.of(name, LOGGED_AS.getOrDefault(name, name)))
                .collect(Collectors.toSet());
    }

    private List<Gap> gaps(DirectoryId directory) {
        return jdbc.sql("""
            SELECT from_at, until_at FROM directory_gaps WHERE directory = :directory
            ORDER BY from_at DESC LIMIT :limit\
            """)
                .param("directory", directory.value())
                .param("limit", GAPS_TOLD)
                .query((row, number) -> new Gap(moment(row, "from_at"), moment(row, "until_at")))
                .list();
    }

    static DirectoryEvent event(ResultSet row, CustomerId customer) throws SQLException {
        return new DirectoryEvent(
                row.getString("event_id"),
                moment(row, "at"),
                row.getString("activity"),
                SIGN_IN_SERVICE.equals(row.getString("service")),
                Result.valueOf(row.getString("result")),
                author(row, customer),
                row.getString("correlation_id"),
                row.getString("code"),
                row.getString("policy"),
                row.getString("client"),
                texts(row.getArray("changed")));
    }

    private static Author author(ResultSet row, CustomerId customer) throws SQLException {
        if (row.getBoolean("ours")) {
            return new Author(Kind.LATCHKEY, row.getString("app_name"));
        }
        var person = row.getString("person");
        if (person != null) {
            var self = person.equalsIgnoreCase(customer.objectId().toString());
            return new Author(self ? Kind.CUSTOMER : Kind.PERSON, person);
        }
        var app = firstOf(row, "app_name", "app", "principal");
        return app == null ? new Author(Kind.NOBODY, null) : new Author(Kind.APPLICATION, app);
    }

    private static @Nullable String firstOf(ResultSet row, String... columns) throws SQLException {
        for (var column : columns) {
            var value = row.getString(column);
            if (value != null) {
                return value;
            }
        }
        return null;
    }

    private static @Nullable Trouble trouble(ResultSet row) throws SQLException {
        var word = row.getString("trouble");
        return word == null ? null : Trouble.valueOf(word);
    }

    private static List<String> texts(Array array) throws SQLException {
        return List.of((String[]) array.getArray());
    }

    private static Instant moment(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(instant(row, column));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var value = row.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }
}
