package latchkey.database;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import latchkey.settings.CannotStart;
import latchkey.settings.ExitCode;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Brings every module's tables up to date: one folder and one history per module, named by the module's id, so that a
 * module's tables go with its folder. No module's tables refer to another's, so their order does not matter.
 */
final class Migrations {

    static final String APPLICATION_ROLE = "latchkey_app";

    private final DataSource owner;

    private final DataSource application;

    Migrations(DataSource owner, DataSource application) {
        this.owner = owner;
        this.application = application;
    }

    /** Looking into every history takes longer than the rest of a start, so one row says that all are complete. */
    void run() {
        try {
            var scripts = Scripts.onTheClasspath();
            if (!isComplete(scripts)) {
                admitApplication();
                scripts.modules().forEach(this::migrate);
                noteComplete(scripts);
            }
        } catch (SQLException | FlywayException e) {
            throw new CannotStart(
                    ExitCode.DATABASE,
                    "The tables cannot be brought up to date: %s; the owner named by %s (or %s) must be allowed to create tables and roles."
                            .formatted(e.getMessage(), Database.MIGRATION_URL, Database.URL),
                    e);
        }
    }

    private void migrate(String module) {
        Flyway.configure()
                .dataSource(owner)
                .locations("classpath:" + Scripts.FOLDERS + module)
                .table("flyway_schema_history_" + module)
                .baselineOnMigrate(true)
                .baselineVersion("0")
                .load()
                .migrate();
    }

    private boolean isComplete(Scripts scripts) throws SQLException {
        try (var connection = owner.getConnection();
                var table =
                        connection.prepareStatement("SELECT to_regclass('public.migrations_complete') IS NOT NULL");
                var exists = table.executeQuery()) {
            return exists.next() && exists.getBoolean(1) && isNoted(connection, scripts);
        }
    }

    private boolean isNoted(Connection connection, Scripts scripts) throws SQLException {
        try (var query = connection.prepareStatement(
                "SELECT 1 FROM migrations_complete WHERE fingerprint = ? AND admitted = ?")) {
            query.setString(1, scripts.fingerprint());
            query.setString(2, applicationUser());
            try (var row = query.executeQuery()) {
                return row.next();
            }
        }
    }

    private void noteComplete(Scripts scripts) throws SQLException {
        var jdbc = JdbcClient.create(owner);
        jdbc.sql(
                        "CREATE TABLE IF NOT EXISTS migrations_complete (fingerprint text, admitted text, at timestamptz DEFAULT now(), PRIMARY KEY (fingerprint, admitted))")
                .update();
        jdbc.sql("INSERT INTO migrations_complete (fingerprint, admitted) VALUES (?, ?) ON CONFLICT DO NOTHING")
                .params(scripts.fingerprint(), applicationUser())
                .update();
    }

    /** Makes the role that the application works as, and lets the application's user take it. */
    private void admitApplication() throws SQLException {
        var user = applicationUser();
        try (var connection = owner.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("""
                    DO $$ BEGIN
                      CREATE ROLE latchkey_app NOLOGIN;
                    EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
                    END $$""");
            statement.execute("GRANT USAGE ON SCHEMA public TO latchkey_app");
            if (!APPLICATION_ROLE.equals(user)) {
                statement.execute("GRANT latchkey_app TO \"%s\"".formatted(user.replace("\"", "\"\"")));
            }
        }
    }

    private String applicationUser() throws SQLException {
        try (var connection = application.getConnection()) {
            return connection.getMetaData().getUserName();
        }
    }
}
