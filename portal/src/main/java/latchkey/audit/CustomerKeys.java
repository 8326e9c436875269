package latchkey.audit;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;

/** The customers' keys in their table: found, or made when first needed. */
final class CustomerKeys {

    static final String FIND = "SELECT id, scope, wrapped FROM audit_keys WHERE scope = ANY (?)";

    private final TrailKeys keys;

    CustomerKeys(TrailKeys keys) {
        this.keys = keys;
    }

    /** The keys of these scopes, by scope. Keys are not cached: one that was destroyed must be gone at once, everywhere. */
    Map<String, CustomerKey> of(Connection connection, Set<String> scopes) throws SQLException {
        if (scopes.isEmpty()) {
            return Map.of();
        }
        return complete(connection, scopes, find(connection, scopes));
    }

    /** Makes those that were not found. */
    Map<String, CustomerKey> complete(Connection connection, Set<String> scopes, Map<String, CustomerKey> found)
            throws SQLException {
        var missing = new HashSet<>(scopes);
        missing.removeAll(found.keySet());
        for (var scope : missing) {
            found.put(scope, insert(connection, scope));
        }
        return found;
    }

    /** The keys with these ids; those that were destroyed are not among them. */
    Map<UUID, CustomerKey> byId(Connection connection, Collection<UUID> ids) throws SQLException {
        try (var query = connection.prepareStatement("SELECT id, scope, wrapped FROM audit_keys WHERE id = ANY (?)")) {
            query.setArray(1, connection.createArrayOf("uuid", ids.toArray()));
            try (var rows = query.executeQuery()) {
                var found = new HashMap<UUID, CustomerKey>();
                while (rows.next()) {
                    var id = rows.getObject(1, UUID.class);
                    found.put(id, CustomerKey.unwrapped(id, rows.getString(2), rows.getBytes(3), keys));
                }
                return found;
            }
        }
    }

    /**
     * Destroys the customer's key, which only the owner of the database may; false when there is none.
     *
     * @throws IllegalStateException when the database does not do it
     */
    boolean destroy(DataSource asOwner, Subject customer) {
        try (var connection = asOwner.getConnection();
                var delete = connection.prepareStatement("DELETE FROM audit_keys WHERE scope = ?")) {
            delete.setString(1, customer.scope());
            return delete.executeUpdate() > 0;
        } catch (SQLException e) {
            throw new IllegalStateException("the key was not destroyed", e);
        }
    }

    /** Destroys this one key of the customer, not one that they got later; as the other. */
    boolean destroy(DataSource asOwner, Subject customer, UUID key) {
        try (var connection = asOwner.getConnection();
                var delete = connection.prepareStatement("DELETE FROM audit_keys WHERE scope = ? AND id = ?")) {
            delete.setString(1, customer.scope());
            delete.setObject(2, key);
            return delete.executeUpdate() > 0;
        } catch (SQLException e) {
            throw new IllegalStateException("the key was not destroyed", e);
        }
    }

    /** What {@link #FIND} answered, by scope. */
    Map<String, CustomerKey> found(ResultSet rows) throws SQLException {
        var found = new HashMap<String, CustomerKey>();
        while (rows.next()) {
            var scope = rows.getString(2);
            found.put(scope, CustomerKey.unwrapped(rows.getObject(1, UUID.class), scope, rows.getBytes(3), keys));
        }
        return found;
    }

    private Map<String, CustomerKey> find(Connection connection, Set<String> scopes) throws SQLException {
        try (var query = connection.prepareStatement(FIND)) {
            query.setArray(1, connection.createArrayOf("text", scopes.toArray()));
            try (var rows = query.executeQuery()) {
                return found(rows);
            }
        }
    }

    /** Somebody else may make the same key meanwhile; then theirs counts. */
    private CustomerKey insert(Connection connection, String scope) throws SQLException {
        var made = CustomerKey.make();
        try (var insert = connection.prepareStatement(
                "INSERT INTO audit_keys (id, scope, wrapped) VALUES (?, ?, ?) ON CONFLICT (scope) DO NOTHING")) {
            insert.setObject(1, made.id());
            insert.setString(2, scope);
            insert.setBytes(3, made.wrapped(scope, keys));
            return insert.executeUpdate() == 1
                    ? made
                    : Objects.requireNonNull(find(connection, Set.of(scope)).get(scope), scope);
        }
    }
}
