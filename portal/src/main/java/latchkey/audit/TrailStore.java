package latchkey.audit;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/** Puts entries at the end of the chain, many in one transaction, one transaction at a time over all nodes. */
final class TrailStore {

    /** Any number, the same on every node and used for nothing else. */
    private static final long CHAIN_LOCK = 5_129_340_781L;

    // Several statements in one round trip. The head is read by a statement of its own, after the lock: under READ
    // COMMITTED each statement sees what was committed before it began. The limits let a frozen node not freeze the
    // others.
    private static final String BEGIN = """
            SET LOCAL lock_timeout = '5s';
            SET LOCAL idle_in_transaction_session_timeout = '15s';
            SELECT pg_advisory_xact_lock(%d);
            SELECT sequence, hash FROM audit_entries ORDER BY sequence DESC LIMIT 1""".formatted(CHAIN_LOCK);

    private static final String INSERT = """
            INSERT INTO audit_entries
              (sequence, id, kind, at, actor, action, directory, customer, case_id, announcement, body, hash, mac)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";

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
                var head = append(connection, drafts);
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
        var head = lockedHead(connection);
        var sealing = customerKeys.of(connection, scopes(drafts));
        try (var insert = connection.prepareStatement(INSERT)) {
            for (var draft : drafts) {
                var key = draft.isSealed() ? sealing.get(draft.scope()) : null;
                var body = draft.body(head.count() + 1, key);
                head = head.next(body);
                bind(insert, draft, body, head);
                insert.addBatch();
            }
            insert.executeBatch();
        }
        return head;
    }

    private static Link lockedHead(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(BEGIN);
            while (statement.getMoreResults() || statement.getUpdateCount() != -1) {
                try (var rows = statement.getResultSet()) {
                    if (rows != null && rows.getMetaData().getColumnCount() == 2) {
                        return head(rows);
                    }
                }
            }
            throw new SQLException("the head of the trail was not answered");
        }
    }

    private static Link head(ResultSet rows) throws SQLException {
        return rows.next() ? new Link(rows.getLong(1), rows.getBytes(2)) : Link.BEGINNING;
    }

    private static Set<String> scopes(List<Draft> drafts) {
        return drafts.stream().filter(Draft::isSealed).map(Draft::scope).collect(Collectors.toSet());
    }

    private void bind(PreparedStatement insert, Draft draft, String body, Link place) throws SQLException {
        var announcement = draft.announcement();
        var subject = announcement.subject();
        insert.setLong(1, place.count());
        insert.setObject(2, draft.id());
        insert.setString(3, draft.kind());
        insert.setObject(4, draft.at().atOffset(ZoneOffset.UTC));
        insert.setString(5, announcement.actor().id());
        insert.setString(6, announcement.action());
        insert.setString(7, subject == null ? null : subject.directory());
        insert.setString(8, subject == null ? null : subject.id());
        insert.setObject(9, announcement.caseId(), Types.OTHER);
        insert.setObject(10, draft.of(), Types.OTHER);
        insert.setString(11, body);
        insert.setBytes(12, place.hash());
        insert.setBytes(13, place.mac(keys));
    }

    private static void rollBack(Connection connection, Exception cause) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            cause.addSuppressed(e);
        }
    }
}
