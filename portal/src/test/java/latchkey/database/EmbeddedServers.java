package latchkey.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import javax.sql.DataSource;
import latchkey.settings.CannotStart;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The one embedded server of a test JVM; its files stay in {@code target}, so that only the first run makes them. */
public final class EmbeddedServers {

    private static final class Shared {
        private static final Server SERVER = start();
    }

    private EmbeddedServers() {}

    public static Server shared() {
        return Shared.SERVER;
    }

    /** PostgreSQL, unpacked once for all tests. */
    static Path binaries() {
        return Path.of("target/test-postgres/binaries");
    }

    /** A copy of the files of a server that was set up and stopped, for tests that start their own. */
    static Path copyInto(Path folder) throws IOException, InterruptedException {
        var ready = Path.of("target/test-postgres-ready");
        if (!EmbeddedDatabase.existsIn(ready)) {
            EmbeddedDatabase.start(ready, binaries()).close();
        }
        // PostgreSQL refuses a data folder that others may read, so the copy keeps its permissions.
        var copy = new ProcessBuilder("cp", "-a", ready + "/.", folder.toString()).start();
        assertThat(copy.waitFor()).isZero();
        return folder;
    }

    private static Server start() {
        var embedded = startIn(Path.of("target/test-postgres"));
        Runtime.getRuntime().addShutdownHook(new Thread(embedded::close));
        return new Server(embedded);
    }

    /** A second JVM in the same working folder gets a server of its own. */
    private static EmbeddedDatabase startIn(Path folder) {
        try {
            return EmbeddedDatabase.start(folder, binaries());
        } catch (CannotStart inUse) {
            return EmbeddedDatabase.start(
                    Path.of("target/test-postgres-" + ProcessHandle.current().pid()), binaries());
        }
    }

    /** The server, whose commits need not survive the machine. */
    public static final class Server {

        private final EmbeddedDatabase embedded;

        private Server(EmbeddedDatabase embedded) {
            this.embedded = embedded;
        }

        /** The name of a database with every table of the scripts as they are now, made when there is none. */
        public synchronized String migrated() {
            var name = "migrated_" + Scripts.onTheClasspath().fingerprint().substring(0, 16);
            var jdbc = JdbcClient.create(owner("postgres"));
            if (jdbc.sql("select 1 from pg_database where datname = ?")
                    .param(name)
                    .query()
                    .listOfRows()
                    .isEmpty()) {
                var draft = "draft_" + ProcessHandle.current().pid();
                jdbc.sql("drop database if exists " + draft + " with (force)").update();
                jdbc.sql("create database " + draft).update();
                new Migrations(owner(draft), new DatabaseAddress(url(draft, false), null, null).connections()).run();
                jdbc.sql("alter database %s rename to %s".formatted(draft, name))
                        .update();
            }
            return name;
        }

        public DataSource owner(String database) {
            return new DatabaseAddress(url(database, true), null, null).connections();
        }

        public String url(String database, boolean asOwner) {
            var address = asOwner ? embedded.owner() : embedded.application();
            return "%s?user=%s&password=%s&options=-c%%20synchronous_commit=off"
                    .formatted(address.url().replaceFirst("[^/]*$", database), address.user(), address.password());
        }
    }
}
