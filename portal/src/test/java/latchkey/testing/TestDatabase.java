package latchkey.testing;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import latchkey.database.Database;
import latchkey.database.DatabaseSettings;
import latchkey.database.EmbeddedServers;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A migrated database for tests, on the one embedded server of this JVM. */
public final class TestDatabase {

    private static final class Shared {
        private static final TestDatabase DATABASE = fresh();
    }

    private final EmbeddedServers.Server server;

    private final String name;

    private final Database database;

    private final HikariDataSource application;

    /** Pooled, because to prove a password to the server takes longer than most statements. */
    private final HikariDataSource owner;

    private TestDatabase(EmbeddedServers.Server server, String name) {
        this.server = server;
        this.name = name;
        this.database = Database.open(new DatabaseSettings(Path.of("unused"), 10), environment()::get);
        this.application = database.pool("test", 10);
        this.owner = pooled(database.asOwner());
    }

    /** The database that tests share which bring keys of their own; made on first use. */
    public static TestDatabase shared() {
        return Shared.DATABASE;
    }

    /** A database of one's own, with every table and no row; a copy of one that was migrated before. */
    public static TestDatabase fresh() {
        var server = EmbeddedServers.shared();
        var name = "test_" + UUID.randomUUID().toString().replace("-", "");
        execute(server.owner("postgres"), "CREATE DATABASE %s TEMPLATE %s".formatted(name, server.migrated()));
        return new TestDatabase(server, name);
    }

    /** What {@code DATABASE_URL} and {@code DATABASE_MIGRATION_URL} must be for a portal to use this database. */
    public Map<String, String> environment() {
        return Map.of(
                "DATABASE_URL", server.url(name, false),
                "DATABASE_MIGRATION_URL", server.url(name, true));
    }

    /** Connections as the application's role. */
    public DataSource application() {
        return application;
    }

    public JdbcClient jdbc() {
        return JdbcClient.create(application);
    }

    /** Connections as the owner, who may do anything. */
    public DataSource owner() {
        return owner;
    }

    public Database database() {
        return database;
    }

    /** Closes the connections and removes the database. */
    public void drop() {
        application.close();
        owner.close();
        execute(server.owner("postgres"), "DROP DATABASE " + name + " WITH (FORCE)");
    }

    private static HikariDataSource pooled(DataSource source) {
        var pool = new HikariDataSource();
        pool.setDataSource(source);
        pool.setMinimumIdle(0);
        pool.setMaximumPoolSize(5);
        pool.setInitializationFailTimeout(-1);
        return pool;
    }

    private static void execute(DataSource connections, String sql) {
        try (Connection connection = connections.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
