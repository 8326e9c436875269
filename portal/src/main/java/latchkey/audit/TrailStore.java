package latchkey.audit;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Puts entries at the end of the chain, many in one transaction, one transaction at a time over all nodes. */
final class TrailStore {

    /** Any number, the same on every node and used for nothing else. */
    private static final long CHAIN_LOCK = 5_129_340_781L;

    // Several statements in one round trip. The head is read by a statement of its own, after the lock: under READ
    // COMMITTED each statement sees what was committed before it began. The limits let a frozen node not freeze the
    // others.
    private static final String BEGIN = """
            SELECT set_config('lock_timeout', '5s', true),
                set_config('idle_in_transaction_session_timeout', '15s', true), pg_advisory_xact_lock(%d)::text;
            SELECT sequence, hash FROM audit_entries ORDER BY sequence DESC LIMIT 1;
            %s""".formatted(CHAIN_LOCK, CustomerKeys.FIND);

    private static final String INSERT = """
            INSERT INTO audit_entries
              (sequence, id, kind, at, actor, action, directory, customer, case_id, announcement, body, hash, mac)
            SELECT * FROM unnest(?::bigint[], ?::uuid[], ?::text[], ?::timestamptz[], ?::text[], ?::text[], ?::text[],
              ?::text[], ?::uuid[], ?::uuid[], ?::text[], ?::bytea[], ?::bytea[])""";

    /** Where the insert fails, the server does not get as far as the commit. */
    private static final String INSERT_AND_COMMIT = INSERT + "; COMMIT";

    private final DataSource connections;

    private final TrailKeys keys;

    private final CustomerKeys customerKeys;

    TrailStore(DataSource connections, TrailKeys keys, CustomerKeys customerKeys) {
        this.connections = connections;
        this.keys = keys;
        this.customerKeys = customerKeys;
    }

    /**
     * Commits the drafts in their order, all or none.
     *
     * @return the new head of the chain
     */
    Link append(List<Draft> drafts) throws SQLException {
        try (var connection = connections.getConnection()) {
            connection.setAutoCommit(false);
            try {
                var head = append(connection, drafts, INSERT_AND_COMMIT);
                connection.commit();
                return head;
            } catch (SQLException | RuntimeException e) {
                rollBack(connection, e);
                throw e;
            }
        }
    }

    /** Those of the ids that are in the chain already, after a commit whose answer was lost. */
    Set<UUID> present(Collection<UUID> ids) throws SQLException {
        try (var connection = connections.getConnection();
                var query = connection.prepareStatement("SELECT id FROM audit_entries WHERE id = ANY (?)")) {
            query.setArray(1, connection.createArrayOf("uuid", ids.toArray()));
            try (var rows = query.executeQuery()) {
                var present = new HashSet<UUID>();
                while (rows.next()) {
                    present.add(rows.getObject(1, UUID.class));
                }
                return present;
            }
        }
    }

    /** As the other, together with what else that transaction does; nobody else appends until it ends. */
    Link append(Connection connection, List<Draft> drafts) throws SQLException {
        return append(connection, drafts, INSERT);
    }

    private Link append(Connection connection, List<Draft> drafts, String sql) throws SQLException {
        var begun = begin(connection, scopes(drafts));
        var head = begun.head();
        var rows = new ArrayList<Row>(drafts.size());
        for (var draft : drafts) {
            var key = draft.isSealed() ? begun.sealing().get(draft.scope()) : null;
            var body = draft.body(head.count() + 1, key);
            head = head.next(body);
            rows.add(new Row(draft, body, head));
        }
        insert(connection, rows, sql);
        return head;
    }

    private Begun begin(Connection connection, Set<String> scopes) throws SQLException {
        try (var statement = connection.prepareStatement(BEGIN)) {
            statement.setArray(1, connection.createArrayOf("text", scopes.toArray()));
            statement.execute();
            var head = head(next(statement));
            var found = customerKeys.found(next(statement));
            return new Begun(head, customerKeys.complete(connection, scopes, found));
        }
    }

    private static ResultSet next(PreparedStatement statement) throws SQLException {
        if (!statement.getMoreResults()) {
            throw new SQLException("the head of the trail was not answered");
        }
        return statement.getResultSet();
    }

    private static Link head(ResultSet rows) throws SQLException {
        return rows.next() ? new Link(rows.getLong(1), rows.getBytes(2)) : Link.BEGINNING;
    }

    private static Set<String> scopes(List<Draft> drafts) {
        return drafts.stream().filter(Draft::isSealed).map(Draft::scope).collect(Collectors.toSet());
    }

    /** One statement for all of them: a row each would be as many answers of the server. */
    private void insert(Connection connection, List<Row> rows, String sql) throws SQLException {
        try (var insert = connection.prepareStatement(sql)) {
            var columns = new Columns(connection, insert, rows);
            columns.add("bigint", Long[]::new, row -> row.place().count());
            columns.add("uuid", UUID[]::new, row -> row.draft().id());
            columns.add("text", String[]::new, row -> row.draft().kind());
            columns.add("text", String[]::new, row -> row.draft().at().toString());
            columns.add("text", String[]::new, row -> row.announcement().actor().id());
            columns.add("text", String[]::new, row -> row.announcement().action());
            columns.add(
                    "text",
                    String[]::new,
                    row -> row.subject() == null ? null : row.subject().directory());
            columns.add(
                    "text",
                    String[]::new,
                    row -> row.subject() == null ? null : row.subject().id());
            columns.add("uuid", UUID[]::new, row -> row.announcement().caseId());
            columns.add("uuid", UUID[]::new, row -> row.draft().of());
            columns.add("text", String[]::new, Row::body);
            columns.add("bytea", byte[][]::new, row -> row.place().hash());
            columns.add("bytea", byte[][]::new, row -> row.place().mac(keys));
            insert.execute();
        }
    }

    private record Begun(Link head, Map<String, CustomerKey> sealing) {}

    /** An entry with its place. */
    private record Row(Draft draft, String body, Link place) {

        Announcement announcement() {
            return draft.announcement();
        }

        @Nullable
        Subject subject() {
            return announcement().subject();
        }
    }

    /** Fills a statement's arrays, one for each column. */
    private static final class Columns {

        private final Connection connection;
        private final PreparedStatement statement;
        private final List<Row> rows;
        private int last;

        Columns(Connection connection, PreparedStatement statement, List<Row> rows) {
            this.connection = connection;
            this.statement = statement;
            this.rows = rows;
        }

        <T> void add(String type, IntFunction<@Nullable T[]> array, Function<Row, @Nullable T> value)
                throws SQLException {
            var values = array.apply(rows.size());
            Arrays.setAll(values, index -> value.apply(rows.get(index)));
            statement.setArray(++last, connection.createArrayOf(type, values));
        }
    }

    private static void rollBack(Connection connection, Exception cause) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            cause.addSuppressed(e);
        }
    }
}
