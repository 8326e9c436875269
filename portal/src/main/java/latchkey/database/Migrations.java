package latchkey.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import javax.sql.DataSource;
import latchkey.settings.CannotStart;
import latchkey.settings.ExitCode;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * Brings every module's tables up to date: one folder and one history per module, named by the module's id, so that a
 * module's tables go with its folder. No module's tables refer to another's, so their order does not matter.
 */
final class Migrations {

    static final String APPLICATION_ROLE = "latchkey_app";

    private static final String FOLDERS = "db/migration/";

    private final DataSource owner;

    private final DataSource application;

    Migrations(DataSource owner, DataSource application) {
        this.owner = owner;
        this.application = application;
    }

    void run() {
        try {
            admitApplication();
            modules().forEach(this::migrate);
        } catch (SQLException | FlywayException e) {
            throw new CannotStart(
                    ExitCode.DATABASE,
                    "The tables cannot be brought up to date: %s; the owner named by %s (or %s) must be allowed to create tables and roles."
                            .formatted(e.getMessage(), Database.MIGRATION_URL, Database.URL),
                    e);
        }
    }

    /** The ids of the modules that have tables. */
    static SortedSet<String> modules() {
        try {
            var modules = new TreeSet<String>();
            for (var script :
                    new PathMatchingResourcePatternResolver().getResources("classpath*:" + FOLDERS + "*/*.sql")) {
                var path = List.of(script.getURL().getPath().split("/"));
                modules.add(path.get(path.size() - 2));
            }
            return modules;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void migrate(String module) {
        Flyway.configure()
                .dataSource(owner)
                .locations("classpath:" + FOLDERS + module)
                .table("flyway_schema_history_" + module)
                .baselineOnMigrate(true)
                .baselineVersion("0")
                .load()
                .migrate();
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
                statement.execute(
                        "GRANT latchkey_app TO \"%s\"".formatted(user.replace("\"", "\"\"")));
            }
        }
    }

    private String applicationUser() throws SQLException {
        try (var connection = application.getConnection()) {
            return connection.getMetaData().getUserName();
        }
    }
}
