package latchkey.settings;

/** The exit codes of every command, in one place; {@code docs/settings.md} and scripts rely on them. */
public enum ExitCode {
    /** Everything went well. */
    OK(0),
    /** A check ran and found something wrong, such as a trail that was edited. */
    FOUND_WRONG(1),
    /** The command line or the settings are wrong; every mistake is listed. */
    USAGE(2),
    /** The database cannot be started, reached or written to. */
    DATABASE(3),
    /** A port is taken. */
    PORT_TAKEN(4),
    /** The keys of the trail are missing, unreadable or not the ones it was written with. */
    KEYS(5),
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
