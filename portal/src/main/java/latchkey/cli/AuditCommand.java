package latchkey.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
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
}
