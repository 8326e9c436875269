package latchkey.directory.graph;

import java.time.Duration;

/** Who a call is for: decides how Graph ranks it (facts §12) and how long it may wait for a busy directory. */
enum Lane {
    AGENT("high", Duration.ofSeconds(8)),
    SYNC("low", Duration.ofSeconds(2)),
    /** The collector of the directory's log: nobody waits for it, so it comes again instead of insisting. */
    ACTIVITY("low", Duration.ofSeconds(3));

    private final String priority;
    private final Duration patience;

    Lane(String priority, Duration patience) {
        this.priority = priority;
        this.patience = patience;
    }

    /** Value of {@code x-ms-throttle-priority}. */
    String priority() {
        return priority;
    }

    /** How long a call may take with everything: waiting at the gate, repeating a read. */
    Duration patience() {
        return patience;
    }

    String tag() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
