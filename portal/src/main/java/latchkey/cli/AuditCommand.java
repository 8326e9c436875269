package latchkey.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import latchkey.audit.TrailCheck;
import latchkey.audit.Verdict;
import latchkey.settings.ExitCode;
import latchkey.settings.SettingsFile;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What can be asked of the trail. */
@Command(name = "audit", description = "Asks the audit trail.", mixinStandardHelpOptions = true)
final class AuditCommand implements Runnable {

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
            description = "Checks that nobody edited the trail, and names the first bad entry.",
            mixinStandardHelpOptions = true)
    int verify(
            @Option(
                            names = "--settings",
                            paramLabel = "FILE",
                            description = "the portal's settings; without them, the folders are the default ones")
                    @Nullable
                    Path settings) {
        var file = settings == null ? SettingsFile.none() : SettingsFile.read(settings);
        return say(TrailCheck.run(file, System::getenv), spec.commandLine().getOut());
    }

    static int say(Verdict verdict, PrintWriter out) {
        return switch (verdict) {
            case Verdict.Sound sound -> {
                out.printf(
                        "The trail is sound: %,d entries, the first %,d of them anchored.%n",
                        sound.entries(), sound.anchored());
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
}
