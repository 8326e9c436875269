package latchkey.sync;

import java.io.PrintWriter;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import latchkey.database.Database;
import latchkey.database.DatabaseSettings;
import latchkey.directory.DirectoryFailure;
import latchkey.directory.DirectoryId;
import latchkey.directory.DirectoryReader;
import latchkey.settings.CannotStart;
import latchkey.settings.ExitCode;
import latchkey.settings.SettingsFile;
import latchkey.sync.dataverse.ContactReader;
import latchkey.sync.dataverse.ContactsFailure;
import latchkey.sync.dataverse.DataverseSettings;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the mapping of a settings file would change, before anybody lets it write: counted, with masked samples. */
public final class SyncPreview {

    private final Preview preview;
    private final ContactReader contacts;
    private final Mappings mappings;
    private final PrintWriter out;

    private SyncPreview(Preview preview, ContactReader contacts, Mappings mappings, PrintWriter out) {
        this.preview = preview;
        this.contacts = contacts;
        this.mappings = mappings;
        this.out = out;
    }

    /**
     * Reads both sides and writes nothing anywhere but to {@code out}; also while the portal is running.
     *
     * @param directory whose contacts
     * @param contact the only one to look at; all when null
     * @param samples how many to show of each change
     * @throws CannotStart when the settings, a side or the database do not allow it
     */
    public static void run(
            SettingsFile settings,
            UnaryOperator<@Nullable String> environment,
            String directory,
            @Nullable UUID contact,
            int samples,
            PrintWriter out) {
        var environments = settings.bind(DataverseSettings.class);
        if (!environments.dataverse().containsKey(directory)) {
            throw new CannotStart(
                    ExitCode.USAGE,
                    "The settings have no contacts for a directory %s; name one of %s with --directory."
                            .formatted(directory, environments.dataverse().keySet()));
        }
        try (var directories = DirectoryReader.of(settings);
                var contacts = new ContactReader(environments);
                var database = Database.visit(settings.bind(DatabaseSettings.class), environment)) {
            var mappings = new Mappings(environments, settings.bind(MappingSettings.class));
            var memory =
                    new Memory(JdbcClient.create(database.asOwner()), new Marks(settings.bind(GuardSettings.class)));
            var preview = new Preview(mappings, memory, directories.directories(), contacts.contacts());
            new SyncPreview(preview, contacts, mappings, out).show(new DirectoryId(directory), contact, samples);
        } catch (ContactsFailure | DirectoryFailure e) {
            throw new CannotStart(ExitCode.UNEXPECTED, "One side does not answer: " + e.getMessage(), e);
        }
    }

    private void show(DirectoryId directory, @Nullable UUID contact, int samples) {
        if (contact == null) {
            all(directory, samples);
        } else {
            one(preview.asked(directory, contact));
        }
        out.flush();
    }

    private void one(Preview.Shown shown) {
        if (shown.reason() != null) {
            out.println("The contact feeds no customer: " + shown.reason() + ".");
        } else if (shown.changes().isEmpty()) {
            out.println("Nothing would change.");
        }
        shown.changes().forEach(line -> out.println(words(line)));
    }

    private void all(DirectoryId directory, int samples) {
        var counted = new PreviewCount(preview, contacts.contacts(), mappings, samples);
        counted.count(directory);
        out.printf(
                "%,d contacts with a User Name were read; %,d customers would change.%n",
                counted.read(), counted.different());
        counted.changes().forEach(this::change);
        counted.notLinked().forEach((reason, contacts) -> out.printf("Not linked, %s: %,d%n", reason, contacts));
    }

    private void change(String what, PreviewCount.Counted counted) {
        out.printf("%s: %,d%n", what, counted.contacts());
        counted.samples().forEach(sample -> out.printf("    %s  %s%n", sample.contact(), words(sample.line())));
    }

    private static String words(Preview.Line line) {
        var values = Map.of("before", String.valueOf(line.before()), "after", String.valueOf(line.after()));
        return switch (line.kind()) {
            case "set" -> line.attribute() + ": would be set to " + values.get("after");
            case "clear" -> line.attribute() + ": " + values.get("before") + " would be cleared";
            default -> line.attribute() + ": " + values.get("before") + " would become " + values.get("after");
        };
    }
}
