package latchkey.cli;

import java.nio.file.Path;
import java.util.UUID;
import latchkey.settings.SettingsFile;
import latchkey.sync.SyncPreview;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What can be asked of the contact sync. */
@Command(name = "sync", description = "Asks the contact sync.", mixinStandardHelpOptions = true)
final class SyncCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    @SuppressWarnings("NullAway.Init") // picocli sets it
    SyncCommand() {}

    @Override
    public void run() {
        spec.commandLine().usage(System.out);
    }

    @Command(
            name = "preview",
            description = "Says what the mapping of the settings would change at customers, and changes nothing.",
            mixinStandardHelpOptions = true)
    void preview(
            @Option(names = "--settings", required = true, paramLabel = "FILE", description = "the portal's settings")
                    Path settings,
            @Option(names = "--directory", required = true, description = "the directory's id in the settings")
                    String directory,
            @Option(names = "--contact", description = "the only contact to look at; all when left out") @Nullable
                    UUID contact,
            @Option(names = "--samples", defaultValue = "3", description = "how many contacts to name for each change")
                    int samples) {
        SyncPreview.run(
                SettingsFile.read(settings),
                System::getenv,
                directory,
                contact,
                samples,
                spec.commandLine().getOut());
    }
}
