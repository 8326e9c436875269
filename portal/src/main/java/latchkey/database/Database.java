package latchkey.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import latchkey.settings.CannotStart;
import latchkey.settings.ExitCode;
import org.jspecify.annotations.Nullable;

/**
 * The database of this installation: embedded in a kept folder, or the one that {@code DATABASE_URL} names. The
 * application reaches it as the role {@code latchkey_app}, which owns nothing; migrations run as the owner.
 */
public final class Database implements AutoCloseable {

    static final String URL = "DATABASE_URL";

    static final String MIGRATION_URL = "DATABASE_MIGRATION_URL";

    private final DatabaseAddress application;

    private final DatabaseAddress owner;

    private final @Nullable EmbeddedDatabase embedded;

    private Database(DatabaseAddress application, DatabaseAddress owner, @Nullable EmbeddedDatabase embedded) {
        this.application = application;
        this.owner = owner;
        this.embedded = embedded;
    }

    /**
     * Opens the database and brings its tables up to date.
     *
     * @param environment by name, null where there is no such variable
     * @throws CannotStart when it cannot be started, reached or migrated
     */
    public static Database open(DatabaseSettings settings, UnaryOperator<@Nullable String> environment) {
        var database = reach(settings, environment);
        try {
            database.checkReachable();
            new Migrations(database.owner.connections(), database.application.connections()).run();
            return database;
        } catch (RuntimeException e) {
            database.close();
            throw e;
        }
    }

    /**
     * Reaches the database as its owner to look at it, migrating nothing: also while the portal is running.
     *
     * @throws CannotStart when it cannot be started or reached
     */
    public static Database visit(DatabaseSettings settings, UnaryOperator<@Nullable String> environment) {
        var database = running(settings, environment).orElseGet(() -> reachExisting(settings, environment));
        try {
            database.checkReachable();
            return database;
        } catch (RuntimeException e) {
            database.close();
            throw e;
        }
    }

    /**
     * A pool of connections as {@code latchkey_app}.
     *
     * @param connections at most this many
     */
    public HikariDataSource pool(String name, int connections) {
        var configuration = new HikariConfig();
        configuration.setPoolName(name);
        configuration.setDataSource(application.connections());
        configuration.setMaximumPoolSize(connections);
        configuration.setMinimumIdle(Math.min(2, connections));
        configuration.setConnectionTimeout(Duration.ofSeconds(5).toMillis());
        configuration.setInitializationFailTimeout(-1);
        configuration.setConnectionInitSql("SET ROLE " + Migrations.APPLICATION_ROLE);
        return new HikariDataSource(configuration);
    }

    /** Single connections as the owner, for looking at everything. */
    public DataSource asOwner() {
        return owner.connections();
    }

    /** Stops the embedded server; a database that the environment named is left alone. */
    @Override
    public void close() {
        if (embedded != null) {
            embedded.close();
        }
    }

    private static Database reach(DatabaseSettings settings, UnaryOperator<@Nullable String> environment) {
        var url = environment.apply(URL);
        if (url != null && !url.isBlank()) {
            return named(url, environment.apply(MIGRATION_URL));
        }
        var embedded = EmbeddedDatabase.start(settings.folder());
        return new Database(embedded.application(), embedded.owner(), embedded);
    }

    private static Database reachExisting(DatabaseSettings settings, UnaryOperator<@Nullable String> environment) {
        if (environment.apply(URL) == null && !EmbeddedDatabase.existsIn(settings.folder())) {
            throw new CannotStart(
                    ExitCode.DATABASE,
                    "There is no database in %s; name the portal's settings with --settings FILE, or set %s."
                            .formatted(settings.folder(), URL));
        }
        return reach(settings, environment);
    }

    private static Database named(String url, @Nullable String migrationUrl) {
        var application = DatabaseAddress.of(URL, url);
        var owner = migrationUrl == null || migrationUrl.isBlank()
                ? application
                : DatabaseAddress.of(MIGRATION_URL, migrationUrl);
        return new Database(application, owner, null);
    }

    private static Optional<Database> running(DatabaseSettings settings, UnaryOperator<@Nullable String> environment) {
        if (environment.apply(URL) != null) {
            return Optional.empty();
        }
        try {
            return EmbeddedDatabase.ownerOfRunning(settings.folder().toAbsolutePath())
                    .map(owner -> new Database(owner, owner, null));
        } catch (IOException e) {
            throw StartTrouble.of(settings.folder(), e);
        }
    }

    private void checkReachable() {
        try (var connection = owner.connections().getConnection()) {
            connection.isValid(5);
        } catch (SQLException e) {
            throw new CannotStart(
                    ExitCode.DATABASE,
                    "The database %s cannot be reached: %s; check that it runs, and the address, user and password in %s."
                            .formatted(owner.place(), e.getMessage(), URL),
                    e);
        }
    }
}
