package latchkey.settings;

/** A reason not to start that a person can act on: printed as it is, without a stack trace. */
public class CannotStart extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final ExitCode exitCode;

    /**
     * A reason not to start.
     *
     * @param message what is wrong and what to do, in whole sentences
     */
    public CannotStart(ExitCode exitCode, String message) {
        super(message);
        this.exitCode = exitCode;
    }

    public CannotStart(ExitCode exitCode, String message, Throwable cause) {
        super(message, cause);
        this.exitCode = exitCode;
    }

    public ExitCode exitCode() {
        return exitCode;
    }
}
