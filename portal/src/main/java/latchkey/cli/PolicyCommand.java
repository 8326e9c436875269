package latchkey.cli;

import java.nio.file.Path;
import latchkey.helpdesk.policy.PolicyTable;
import latchkey.settings.ExitCode;
import latchkey.settings.SettingsFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What can be asked of the settings' rules. */
@Command(name = "policy", description = "Asks the rules of the settings.", mixinStandardHelpOptions = true)
final class PolicyCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    @SuppressWarnings("NullAway.Init") // picocli sets it
    PolicyCommand() {}

    @Override
    public void run() {
        spec.commandLine().usage(System.out);
    }

    @Command(
            name = "test",
            description = "Holds a table of expected answers against the rules, and names the rows that differ.",
            mixinStandardHelpOptions = true)
    int test(
            @Parameters(paramLabel = "TABLE", description = "the rows, see docs/policy-test.yaml") Path table,
            @Option(names = "--settings", required = true, paramLabel = "FILE", description = "the portal's settings")
                    Path settings) {
        var out = spec.commandLine().getOut();
        var agree = PolicyTable.run(SettingsFile.read(settings), table, out);
        out.flush();
        return (agree ? ExitCode.OK : ExitCode.FOUND_WRONG).code();
    }
}
