package latchkey.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import latchkey.audit.ExportCheck;
import latchkey.audit.Subject;
import latchkey.audit.TrailCheck;
import latchkey.audit.TrailCommands;
import latchkey.audit.Verdict;
import latchkey.settings.ExitCode;
import latchkey.settings.SettingsFile;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What can be asked of the trail. */
@Command(name = "audit", description = "Asks the audit trail.", mixinStandardHelpOptions = true)
final class AuditCommand implements Runnable {

    private static final String SETTINGS = "the portal's settings; without them, the folders are the default ones";

    @Spec
    private CommandSpec spec;

    @SuppressWarnings("NullAway.Init") // picocli sets it
    AuditCommand() {}

    @Override
    public void run() {
        spec.commandLine().usage(System.out);
    }

    @Command(
            name = "verify",
            description =
                    "Checks that nobody edited the trail, and names the first bad entry; an export is checked with the public key alone.",
            mixinStandardHelpOptions = true)
    int verify(
            @Option(names = "--settings", paramLabel = "FILE", description = SETTINGS) @Nullable Path settings,
            @Option(
                            names = "--export",
                            paramLabel = "FILE",
                            description = "the export to check instead of the database")
                    @Nullable
                    Path export,
            @Option(names = "--key", paramLabel = "FILE", description = "the public key, see audit public-key")
                    @Nullable
                    Path key) {
        if (export == null) {
            return say(
                    TrailCheck.run(file(settings), System::getenv),
                    spec.commandLine().getOut());
        }
        if (key == null) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(), "An export is checked with a key: name it with --key FILE.");
        }
        return say(ExportCheck.run(export, key), spec.commandLine().getOut());
    }

    @Command(
            name = "export",
            description =
                    "Writes the trail, or a stretch of it, to a file that can be checked anywhere; personal values stay sealed.",
            mixinStandardHelpOptions = true)
    int export(
            @Option(names = "--settings", paramLabel = "FILE", description = SETTINGS) @Nullable Path settings,
            @Option(names = "--out", required = true, paramLabel = "FILE", description = "where to write it") Path out,
            @Option(names = "--from", paramLabel = "TIME", description = "from this day or moment on (UTC)") @Nullable
                    String from,
            @Option(names = "--until", paramLabel = "TIME", description = "to this day, or before this moment (UTC)")
                    @Nullable
                    String until) {
        var verdict = commands(settings).export(moment(from, 0), moment(until, 1), out);
        var code = say(verdict, spec.commandLine().getOut());
        if (code != ExitCode.OK.code()) {
            spec.commandLine().getOut().println("The export holds it as it stands, and without a signed end.");
        }
        return code;
    }

    @Command(
            name = "public-key",
            description = "Prints the key that exports are checked with.",
            mixinStandardHelpOptions = true)
    void publicKey(@Option(names = "--settings", paramLabel = "FILE", description = SETTINGS) @Nullable Path settings) {
        spec.commandLine().getOut().print(commands(settings).publicKey());
        spec.commandLine().getOut().flush();
    }

    @Command(
            name = "seal",
            description =
                    "Moves the oldest entries to files, as latchkey.audit.retention says; what is left goes on being checked from there.",
            mixinStandardHelpOptions = true)
    void seal(@Option(names = "--settings", paramLabel = "FILE", description = SETTINGS) @Nullable Path settings) {
        var files = commands(settings).seal();
        var out = spec.commandLine().getOut();
        files.forEach(out::println);
        out.println(files.isEmpty() ? "Nothing is old enough." : "%,d files were sealed.".formatted(files.size()));
        out.flush();
    }

    @Command(
            name = "erase",
            description =
                    "Destroys a customer's key: nothing personal about them in the trail can be read again, and the trail stays whole.",
            mixinStandardHelpOptions = true)
    int erase(
            @Option(names = "--settings", paramLabel = "FILE", description = SETTINGS) @Nullable Path settings,
            @Option(names = "--directory", required = true, description = "the directory's id in the settings")
                    String directory,
            @Option(names = "--customer", required = true, description = "the customer's object id") String customer,
            @Option(names = "--reason", required = true, description = "why; it stands in the trail") String reason) {
        var destroyed = commands(settings).erase(new Subject(directory, customer), reason);
        spec.commandLine()
                .getOut()
                .println(
                        destroyed
                                ? "The customer's key is destroyed. Backups of the database made before still hold it: destroy them when their time comes."
                                : "The trail holds no key of this customer: there is nothing to erase.");
        return destroyed ? ExitCode.OK.code() : ExitCode.FOUND_WRONG.code();
    }

    @Command(
            name = "erase-agreed",
            description =
                    "Erases the customers on whom two people agreed in the portal, where the portal itself lacks the owner's credentials.",
            mixinStandardHelpOptions = true)
    void eraseAgreed(
            @Option(names = "--settings", paramLabel = "FILE", description = SETTINGS) @Nullable Path settings) {
        var erased = commands(settings).eraseAgreed();
        spec.commandLine().getOut().printf("%,d customers were erased.%n", erased);
        spec.commandLine().getOut().flush();
    }

    static int say(Verdict verdict, PrintWriter out) {
        return switch (verdict) {
            case Verdict.Sound sound -> {
                out.printf(
                        "The trail is sound: %,d entries, the first %,d of them anchored.%n",
                        sound.entries(), sound.anchored());
                if (sound.archived() != null) {
                    out.println(words(sound.archived()));
                }
                yield ExitCode.OK.code();
            }
            case Verdict.SoundExport sound -> {
                out.println(words(sound));
                yield ExitCode.OK.code();
            }
            case Verdict.Broken broken -> {
                out.println(
                        broken.entry() == null
                                ? "The trail's anchors are not sound: " + broken.what() + "."
                                : "The trail is not sound. Entry " + broken.entry() + " " + broken.what() + ".");
                yield ExitCode.FOUND_WRONG.code();
            }
        };
    }

    private static String words(Verdict.Archived archived) {
        return "The first %,d are in %,d sealed files; %,d of these are in the archive's folder, as they were sealed."
                .formatted(archived.entries(), archived.files(), archived.here());
    }

    private static String words(Verdict.SoundExport sound) {
        if (sound.last() < sound.first()) {
            return "The export is sound, and holds no entry.";
        }
        var whole =
                "The export is sound: entries %,d to %,d are as they were written, up to %,d by an anchor, all of them by the portal's word of %s."
                        .formatted(sound.first(), sound.last(), sound.anchored(), sound.closed());
        return sound.isFromTheBeginning()
                ? whole + " What came later is not in it."
                : whole + " It says nothing about what came before or later.";
    }

    private static SettingsFile file(@Nullable Path settings) {
        return settings == null ? SettingsFile.none() : SettingsFile.read(settings);
    }

    private static TrailCommands commands(@Nullable Path settings) {
        return new TrailCommands(file(settings), System::getenv);
    }

    private @Nullable Instant moment(@Nullable String text, int daysOn) {
        try {
            return text == null ? null : read(text.strip(), daysOn);
        } catch (DateTimeException e) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(), "\"%s\" is no time; write 2026-11-22 or 2026-11-22T14:00:00Z.".formatted(text));
        }
    }

    private static Instant read(String text, int daysOn) {
        return text.length() == "2000-01-01".length()
                ? LocalDate.parse(text)
                        .plusDays(daysOn)
                        .atStartOfDay(ZoneOffset.UTC)
                        .toInstant()
                : Instant.parse(text);
    }
}
