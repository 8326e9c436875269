package latchkey.audit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import javax.sql.DataSource;
import latchkey.database.Database;
import latchkey.tracing.Spans;
import org.springframework.jdbc.core.JdbcTemplate;

/** The trail as the portal keeps it, with the settings that ship, on a database of the benchmark's own. */
public final class KeptTrail implements AutoCloseable {

    private final AuditSettings settings;

    private final TrailKeys keys;

    private final CustomerKeys customerKeys;

    private final com.zaxxer.hikari.HikariDataSource connection;

    private final Appender appender;

    private KeptTrail(Path folder, Database database) {
        settings = settings(folder);
        keys = TrailKeys.make(settings.keys());
        customerKeys = new CustomerKeys(keys);
        connection = database.pool("trail", 1);
        appender = new Appender(
                        new TrailStore(connection, keys, customerKeys), new Anchors(settings, keys, Clock.systemUTC()))
                .start();
    }

    /** Keys and anchors go into the folder. */
    public static KeptTrail in(Path folder, Database database) {
        return new KeptTrail(folder, database);
    }

    public Trail trail() {
        return new DurableTrail(appender, Clock.systemUTC(), Spans.none());
    }

    public AuditReader reader(DataSource connections) {
        return new StoredTrail(new JdbcTemplate(connections), customerKeys);
    }

    public CustomerSeal seal(DataSource connections) {
        return new KeyedSeal(new JdbcTemplate(connections), customerKeys);
    }

    AuditSettings settings() {
        return settings;
    }

    TrailKeys keys() {
        return keys;
    }

    Path publicKey(Path file) throws IOException {
        return Files.writeString(file, PublicKeyFile.pem(keys.anchor().getPublic()));
    }

    @Override
    public void close() {
        appender.close();
        connection.close();
    }

    private static AuditSettings settings(Path folder) {
        return new AuditSettings(
                folder.resolve("keys"),
                folder.resolve("anchors.jsonl"),
                Duration.ofSeconds(60),
                100,
                Duration.ofMinutes(5),
                AuditSettings.Retention.FOR_EVER);
    }
}
