package latchkey.audit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import latchkey.database.Database;
import latchkey.database.DatabaseSettings;
import latchkey.tracing.Spans;

/**
 * Writes a long trail with the portal's own appender, erases some of its customers, checks it and exports it. Prints how many
 * entries there are, and the seconds for writing, for checking in the database and for exporting. Arguments: a folder, how many
 * entries.
 */
public final class TrailProbe {

    private static final int AT_ONCE = 250;
    private static final int WRITERS = 4;
    private static final int CUSTOMERS = 2_000;
    private static final int ERASED = 100;

    private TrailProbe() {}

    public static void main(String[] arguments) throws Exception {
        var folder = Path.of(arguments[0]);
        var settings = new AuditSettings(
                folder.resolve("keys"),
                folder.resolve("anchors.jsonl"),
                Duration.ofSeconds(60),
                100,
                Duration.ofMinutes(5),
                AuditSettings.Retention.FOR_EVER);
        var keys = TrailKeys.make(settings.keys());
        Files.writeString(
                folder.resolve("key.pem"), PublicKeyFile.pem(keys.anchor().getPublic()));
        try (var database = Database.open(new DatabaseSettings(folder.resolve("postgres"), 10), name -> null)) {
            var begun = System.nanoTime();
            write(database, settings, keys, Integer.parseInt(arguments[1]));
            var written = System.nanoTime();
            erase(database, keys);
            var erased = System.nanoTime();
            var verdict = new TrailCheck(settings, keys).of(database.asOwner());
            var checked = System.nanoTime();
            export(database, settings, keys, folder.resolve("export.jsonl"));
            var exported = System.nanoTime();
            if (!(verdict instanceof Verdict.Sound sound)) {
                throw new IllegalStateException(verdict.toString());
            }
            System.out.println(sound.entries());
            System.out.println((written - begun) / 1e9);
            System.out.println((checked - erased) / 1e9);
            System.out.println((exported - checked) / 1e9);
        }
        System.exit(0);
    }

    private static void write(Database database, AuditSettings settings, TrailKeys keys, int entries)
            throws InterruptedException, ExecutionException {
        try (var connections = database.pool("trail", 1);
                var appender = new Appender(
                                new TrailStore(connections, keys, new CustomerKeys(keys)),
                                new Anchors(settings, keys, Clock.systemUTC()))
                        .start();
                var writers = Executors.newFixedThreadPool(WRITERS)) {
            var trail = new DurableTrail(appender, Clock.systemUTC(), Spans.none());
            var groups = IntStream.range(0, entries / AT_ONCE)
                    .<Callable<Integer>>mapToObj(
                            // What is not kept here need not be held: a million of them would be.
                            group -> () -> trail.announceAll(announcements(group)).size())
                    .toList();
            for (var group : writers.invokeAll(groups)) {
                group.get();
            }
        }
    }

    private static List<Announcement> announcements(int group) {
        return IntStream.range(0, AT_ONCE)
                .mapToObj(number -> announcement(group * AT_ONCE + number))
                .toList();
    }

    private static Announcement announcement(int number) {
        return new Announcement(
                new Actor(Actor.Kind.AGENT, "https://login.example#agent" + number % 120, "Kim", Set.of("agent")),
                "reset-password",
                customer(number),
                new UUID(1, number),
                "forgot the password",
                "T-" + number,
                Map.of("way", "link"),
                Map.of("address", "customer" + number % CUSTOMERS + "@example.com"));
    }

    private static Subject customer(int number) {
        return new Subject("contoso", "c0000000-0000-4000-8000-" + "%012d".formatted(number % CUSTOMERS));
    }

    private static void erase(Database database, TrailKeys keys) throws SQLException {
        var customerKeys = new CustomerKeys(keys);
        IntStream.range(0, ERASED).forEach(number -> customerKeys.destroy(database.asOwner(), customer(number)));
    }

    private static void export(Database database, AuditSettings settings, TrailKeys keys, Path file)
            throws IOException {
        try (var connections = database.pool("export", 2);
                var out = Files.newBufferedWriter(file)) {
            new TrailExport(connections, keys, settings, Clock.systemUTC()).write(null, null, out);
        }
    }
}
