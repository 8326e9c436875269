package latchkey.directory.graph.quota;

/** Who goes first when calls have to wait for permits. */
public enum Priority {
    /** Somebody is on the phone. */
    AGENT,
    /** A single change that should arrive within seconds. */
    LIVE,
    /** Work that may take until tomorrow; it leaves a part of each budget to the others. */
    BULK
}
