package latchkey.audit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import latchkey.database.Database;
import latchkey.database.DatabaseSettings;
import latchkey.settings.CannotStart;
import latchkey.settings.ExitCode;
import latchkey.settings.SettingsFile;
import latchkey.tracing.Spans;
import org.jspecify.annotations.Nullable;

/** What is done to the trail from the command line, also while its portal is running; each is an entry of the trail itself. */
public final class TrailCommands {

    private final SettingsFile file;

    private final AuditSettings settings;

    private final UnaryOperator<@Nullable String> environment;

    public TrailCommands(SettingsFile file, UnaryOperator<@Nullable String> environment) {
        this.file = file;
        this.settings = file.bind(AuditSettings.class);
        this.environment = environment;
    }

    /**
     * Writes an export to a file, whole or not at all.
     *
     * @throws CannotStart when the database, the keys or the file are not at hand
     */
    public Verdict export(@Nullable Instant from, @Nullable Instant until, Path out) {
        return atWork(work -> {
            work.trail().note(Announcement.of(who(), "export-trail", null), null);
            return written(work, from, until, out);
        });
    }

    /**
     * The key that exports are checked with, as a PEM file.
     *
     * @throws CannotStart when the keys are not at hand
     */
    public String publicKey() {
        return PublicKeyFile.pem(TrailKeys.read(settings.keys()).anchor().getPublic());
    }

    /**
     * Moves everything to files that is older than the settings keep; each file is an entry of the trail.
     *
     * @return what was moved now, oldest first: the files' names
     * @throws CannotStart when the settings keep everything, or something stands in the way
     */
    public List<String> seal() {
        if (settings.retention().keepFor() == null) {
            throw new CannotStart(
                    ExitCode.USAGE,
                    "The settings keep every entry; say with latchkey.audit.retention.keep-for how long they stay in the database.");
        }
        var keys = TrailKeys.read(settings.keys());
        try (var database = Database.visit(file.bind(DatabaseSettings.class), environment)) {
            return new Sealing(database.asOwner(), keys, settings, who(), Clock.systemUTC())
                    .run().stream().map(Segment::file).toList();
        } catch (Sealing.NotSealed | Segments.Tampered e) {
            throw new CannotStart(
                    ExitCode.FOUND_WRONG,
                    "Not everything was moved to %s: %s."
                            .formatted(settings.retention().archive(), e.getMessage()),
                    e);
        }
    }

    /**
     * Destroys a customer's key, so that no personal value about them in the trail can be read again. The entry about it is
     * sealed by the desk's own key, because the customer's is gone.
     *
     * @return whether there was a key
     * @throws CannotStart when the database or the keys are not at hand
     */
    public boolean erase(Subject customer, String reason) {
        return atWork(work -> {
            var facts = Map.of("directory", customer.directory(), "customer", customer.id());
            var change = work.trail()
                    .announce(new Announcement(who(), "erase-customer", null, null, reason, null, facts, Map.of()));
            var destroyed =
                    new CustomerKeys(work.keys()).destroy(work.database().asOwner(), customer);
            work.trail().record(change, Outcome.done(null));
            return destroyed;
        });
    }

    /**
     * Erases the customers on whom two people agreed in the portal; as {@link #erase}.
     *
     * @return how many
     */
    public int eraseAgreed() {
        return atWork(work -> new AgreedErasures(
                        work.database().asOwner(), work.keys(), work.trail(), who(), Clock.systemUTC())
                .run()
                .size());
    }

    private Verdict written(Work work, @Nullable Instant from, @Nullable Instant until, Path out) {
        var draft = out.resolveSibling(out.getFileName() + ".new");
        try {
            var verdict = write(work, from, until, draft);
            Files.move(draft, out, StandardCopyOption.REPLACE_EXISTING);
            return verdict;
        } catch (IOException e) {
            throw new CannotStart(
                    ExitCode.USAGE, "The export cannot be written to %s: %s".formatted(out, e.getMessage()), e);
        }
    }

    private Verdict write(Work work, @Nullable Instant from, @Nullable Instant until, Path file) throws IOException {
        var export = new TrailExport(work.database().asOwner(), work.keys(), settings, Clock.systemUTC());
        try (var writer = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            return export.write(from, until, writer);
        }
    }

    private <T> T atWork(Function<Work, T> work) {
        var keys = TrailKeys.read(settings.keys());
        try (var database = Database.visit(file.bind(DatabaseSettings.class), environment);
                var appender = appender(database, keys)) {
            return work.apply(new Work(database, keys, new DurableTrail(appender, Clock.systemUTC(), Spans.none())));
        } catch (AuditUnavailable e) {
            throw new CannotStart(
                    ExitCode.DATABASE,
                    "The trail takes no entry, and nothing was done: check the database's room and rights.",
                    e);
        }
    }

    private Appender appender(Database database, TrailKeys keys) {
        var store = new TrailStore(database.asOwner(), keys, new CustomerKeys(keys));
        return new Appender(store, new Anchors(settings, keys, Clock.systemUTC())).start();
    }

    /** Who may read the keys and own the database is known to the operating system alone. */
    private static Actor who() {
        return new Actor(Actor.Kind.SYSTEM, "command-line", System.getProperty("user.name", "command-line"), Set.of());
    }

    private record Work(Database database, TrailKeys keys, Trail trail) {}
}
