package latchkey.directory.graph;

import java.time.Duration;
import latchkey.directory.graph.quota.Priority;

/** Who a call is for: decides how Graph ranks it (facts §12) and how long it may wait for a busy directory. */
enum Lane {
    AGENT(Priority.AGENT, "high", Duration.ofSeconds(8)),
    SYNC(Priority.LIVE, "low", Duration.ofSeconds(2)),
    /** The collector of the directory's log: nobody waits for it, so it comes again instead of insisting. */
    ACTIVITY(Priority.BULK, "low", Duration.ofSeconds(3)),
    /** The sync's work by the thousand: its calls wait while single changes have some to make. */
    SYNC_BULK(Priority.BULK, "low", Duration.ofSeconds(20)),
    /** Reading everybody: who is a thousand pages along rather waits than begins anew. */
    SCAN(Priority.BULK, "low", Duration.ofMinutes(2));

    private final Priority turn;
    private final String priority;
    private final Duration patience;

    Lane(Priority turn, String priority, Duration patience) {
        this.turn = turn;
        this.priority = priority;
        this.patience = patience;
    }

    /** When it is their turn among calls with the same app registration. */
    Priority turn() {
        return turn;
    }

    /** Value of {@code x-ms-throttle-priority}. */
    String priority() {
        return priority;
    }

    /** How long a call may take with everything: waiting at the gate, repeating a read. */
    Duration patience() {
        return patience;
    }

    /** What calls with it, as pages know it. */
    String user() {
        return this == AGENT ? "agents" : "sync";
    }

    String tag() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
