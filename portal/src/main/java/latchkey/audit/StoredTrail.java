package latchkey.audit;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The trail as it stands in the database, for reading. */
final class StoredTrail implements AuditReader {

    private static final String SELECT = """
            SELECT e.sequence, e.kind, e.body, o.body AS outcome, o.at AS ended
            FROM audit_entries e LEFT JOIN LATERAL (
              SELECT body, at FROM audit_entries WHERE announcement = e.id ORDER BY sequence DESC LIMIT 1) o ON true
            WHERE e.kind""";

    private static final String WITH_LOOKS = " IN ('announced', 'noted', 'looked')";

    private static final String WITHOUT_LOOKS = " IN ('announced', 'noted')";

    private final JdbcTemplate template;

    private final CustomerKeys keys;

    StoredTrail(JdbcTemplate template, CustomerKeys keys) {
        this.template = template;
        this.keys = keys;
    }

    @Override
    public AuditPage read(AuditQuestion question) {
        var asked = JdbcClient.create(template).sql(sql(question)).params(parameters(question));
        var rows = asked.query((row, number) -> Row.of(row)).list();
        var shown = rows.subList(0, Math.min(rows.size(), question.limit()));
        var more = rows.size() > question.limit();
        return new AuditPage(entries(shown), more ? shown.getLast().sequence() : null);
    }

    @Override
    public Optional<AuditEntry> byId(UUID id) {
        var row = JdbcClient.create(template)
                .sql(SELECT + WITH_LOOKS + " AND e.id = ?")
                .param(id)
                .query((found, number) -> Row.of(found))
                .list();
        return entries(row).stream().findFirst();
    }

    private List<AuditEntry> entries(List<Row> rows) {
        var ids =
                rows.stream().map(Row::key).filter(Objects::nonNull).distinct().toList();
        var opened = Objects.requireNonNull(
                template.execute((ConnectionCallback<Map<UUID, CustomerKey>>) connection -> keysOf(connection, ids)));
        return rows.stream().map(row -> row.entry(opened)).toList();
    }

    private Map<UUID, CustomerKey> keysOf(Connection connection, List<UUID> ids) throws SQLException {
        return ids.isEmpty() ? Map.of() : keys.byId(connection, ids);
    }

    private static String sql(AuditQuestion question) {
        var sql = new StringBuilder(SELECT).append(question.looks() ? WITH_LOOKS : WITHOUT_LOOKS);
        conditions(question)
                .filter(condition -> condition.value() != null)
                .forEach(condition -> sql.append(" AND ").append(condition.sql()));
        return sql.append(" ORDER BY e.sequence DESC LIMIT ")
                .append(question.limit() + 1)
                .toString();
    }

    private static List<Object> parameters(AuditQuestion question) {
        var parameters = new ArrayList<Object>();
        conditions(question).map(Condition::value).filter(Objects::nonNull).forEach(parameters::add);
        return parameters;
    }

    private static Stream<Condition> conditions(AuditQuestion question) {
        var subject = question.subject();
        return Stream.of(
                new Condition("e.directory = ?", subject == null ? null : subject.directory()),
                new Condition("e.customer = ?", subject == null ? null : subject.id()),
                new Condition("e.actor = ?", question.actor()),
                new Condition("e.action = ?", question.action()),
                new Condition("e.action <> ?", question.except()),
                new Condition("e.case_id = ?", question.caseId()),
                new Condition("e.at >= ?", utc(question.from())),
                new Condition("e.at < ?", utc(question.until())),
                new Condition("e.sequence < ?", question.before()));
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant moment) {
        return moment == null ? null : moment.atOffset(java.time.ZoneOffset.UTC);
    }

    private record Condition(String sql, @Nullable Object value) {}

    private record Row(
            long sequence,
            String kind,
            Body body,
            @Nullable Body outcome,
            @Nullable Instant ended) {

        static Row of(ResultSet row) throws SQLException {
            var outcome = row.getString("outcome");
            var ended = row.getObject("ended", OffsetDateTime.class);
            return new Row(
                    row.getLong("sequence"),
                    row.getString("kind"),
                    Body.parse(row.getString("body")),
                    outcome == null ? null : Body.parse(outcome),
                    ended == null ? null : ended.toInstant());
        }

        @Nullable
        UUID key() {
            return body.uuid("key");
        }

        AuditEntry entry(Map<UUID, CustomerKey> keys) {
            var key = keys.get(key());
            return new AuditEntry(
                    sequence,
                    body.id(),
                    body.at(),
                    body.announcement(key),
                    Draft.ANNOUNCED.equals(kind),
                    body.text("code"),
                    outcome == null ? null : outcome.outcome(),
                    ended,
                    key == null);
        }
    }
}
