package latchkey.cli;

import latchkey.settings.CannotStart;
import latchkey.settings.ExitCode;
import org.slf4j.LoggerFactory;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.Spec;

/** The program's one command line: without a command it lists them. */
@Command(
        name = "latchkey",
        description = "The help desk's portal for customer accounts, and the contact sync beside it.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {AuditCommand.class, PolicyCommand.class, SyncCommand.class})
public final class Commands implements Runnable {

    @Spec
    private CommandSpec spec;

    @SuppressWarnings("NullAway.Init") // picocli sets it
    private Commands() {}

    /**
     * Runs one command line.
     *
     * @param application the class that names the whole application
     * @return the exit code, or -1 while the application serves and the process must live on
     */
    public static int run(Class<?> application, String... arguments) {
        // The portal sets its own levels when it starts; other commands speak for themselves.
        LoggingSystem.get(Commands.class.getClassLoader()).setLogLevel(LoggingSystem.ROOT_LOGGER_NAME, LogLevel.WARN);
        return new CommandLine(new Commands())
                .addSubcommand(new ServeCommand(application))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExitCodeExceptionMapper(Commands::exitCode)
                .setExecutionExceptionHandler(Commands::explain)
                .execute(arguments);
    }

    @Override
    public void run() {
        spec.commandLine().usage(System.out);
    }

    private static int explain(Exception failure, CommandLine command, ParseResult parsed) {
        if (failure instanceof CannotStart reason) {
            command.getErr().println(reason.getMessage());
        } else {
            LoggerFactory.getLogger(Commands.class).error("The command failed", failure);
        }
        command.getErr().flush();
        return exitCode(failure);
    }

    private static int exitCode(Throwable failure) {
        return failure instanceof CannotStart reason ? reason.exitCode().code() : ExitCode.UNEXPECTED.code();
    }
}
