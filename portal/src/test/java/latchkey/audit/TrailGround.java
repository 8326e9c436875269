package latchkey.audit;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import latchkey.testing.TestDatabase;
import latchkey.tracing.Spans;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A whole trail on a database of its own, with builders for entries. */
public final class TrailGround implements AutoCloseable {

    static final Actor KIM = new Actor(Actor.Kind.AGENT, "https://login.example#kim", "Kim", Set.of("agent"));

    static final Subject JAN = new Subject("contoso", "c0000000-0000-4000-8000-000000000001");

    static final Subject LAYLA = new Subject("contoso", "c0000000-0000-4000-8000-000000000002");

    private final TestDatabase database = TestDatabase.fresh();

    private final AuditSettings settings;

    private final TrailKeys keys;

    private final Appender appender;

    private final Clock clock;

    private TrailGround(AuditSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
        this.keys =
                TrailKeys.existIn(settings.keys()) ? TrailKeys.read(settings.keys()) : TrailKeys.make(settings.keys());
        this.appender = another(database.application());
    }

    /** Keys and anchors go into the folder. */
    public static TrailGround in(Path folder) {
        return in(folder, Clock.systemUTC());
    }

    static TrailGround in(Path folder, Clock clock) {
        return new TrailGround(
                new AuditSettings(
                        folder.resolve("keys"),
                        folder.resolve("anchors.jsonl"),
                        Duration.ofSeconds(60),
                        100,
                        Duration.ofMinutes(5),
                        AuditSettings.Retention.FOR_EVER),
                clock);
    }

    /** A further node on the same database. */
    Appender another(DataSource connections) {
        var store = new TrailStore(connections, keys, new CustomerKeys(keys));
        return new Appender(store, new Anchors(settings, keys, clock)).start();
    }

    public Trail trail() {
        return new DurableTrail(appender, clock, Spans.none());
    }

    public AuditReader reader() {
        return new StoredTrail(new JdbcTemplate(database.application()), new CustomerKeys(keys));
    }

    Appender appender() {
        return appender;
    }

    AuditSettings settings() {
        return settings;
    }

    TrailKeys keys() {
        return keys;
    }

    TestDatabase database() {
        return database;
    }

    JdbcClient asOwner() {
        return JdbcClient.create(database.owner());
    }

    static Announcement resetOf(Subject customer) {
        return new Announcement(
                KIM,
                "reset-password",
                customer,
                UUID.fromString("ca5e0000-0000-4000-8000-000000000001"),
                "Jan forgot it, ليلى too",
                "T-4711",
                Map.of("way", "link"),
                Map.of("address", "jan@example.com"));
    }

    @Override
    public void close() {
        appender.close();
        database.drop();
    }
}
