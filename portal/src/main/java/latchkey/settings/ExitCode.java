package latchkey.settings;

/** The exit codes of the program, in one place; 3, 5 and 6 are the start script's own (nothing to run with, no room, no health). */
public enum ExitCode {
    /** Everything went well. */
    OK(0),
    /** A check ran and found something wrong, such as a trail that was edited. */
    FOUND_WRONG(1),
    /** The command line or the settings are wrong; every mistake is listed. */
    USAGE(2),
    /** The database cannot be started, reached or written to. */
    DATABASE(7),
    /** A port is taken. */
    PORT_TAKEN(4),
    /** The keys of the trail are missing, unreadable or not the ones it was written with. */
    KEYS(8),
    /** Something that no command expects; the log has the cause. */
    UNEXPECTED(70);

    private final int code;

    ExitCode(int code) {
        this.code = code;
    }

    public int code() {
        return code;
    }
}
