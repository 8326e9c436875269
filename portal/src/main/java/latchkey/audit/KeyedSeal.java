package latchkey.audit;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;

/** Writes the id of the customer's key before what it sealed, as the bodies of the trail do. */
final class KeyedSeal implements CustomerSeal {

    private static final int ID = 2 * Long.BYTES;

    private final JdbcTemplate template;

    private final CustomerKeys keys;

    KeyedSeal(JdbcTemplate template, CustomerKeys keys) {
        this.template = template;
        this.keys = keys;
    }

    @Override
    public byte[] seal(Subject customer, UUID row, String text) {
        var key = with(connection -> key(connection, customer.scope()));
        var sealed = Crypto.encrypt(key.key(), text.getBytes(StandardCharsets.UTF_8), Draft.belongsTo(row));
        return ByteBuffer.allocate(ID + sealed.length)
                .putLong(key.id().getMostSignificantBits())
                .putLong(key.id().getLeastSignificantBits())
                .put(sealed)
                .array();
    }

    @Override
    public Optional<String> open(UUID row, byte[] sealed) {
        var buffer = ByteBuffer.wrap(sealed);
        var id = new UUID(buffer.getLong(), buffer.getLong());
        var rest = new byte[buffer.remaining()];
        buffer.get(rest);
        return Optional.ofNullable(
                        with(connection -> keys.byId(connection, List.of(id))).get(id))
                .map(key -> new String(Crypto.decrypt(key.key(), rest, Draft.belongsTo(row)), StandardCharsets.UTF_8));
    }

    private CustomerKey key(Connection connection, String scope) throws SQLException {
        return Objects.requireNonNull(keys.of(connection, Set.of(scope)).get(scope), scope);
    }

    private <T> T with(ConnectionCallback<T> use) {
        return Objects.requireNonNull(template.execute(use));
    }
}
