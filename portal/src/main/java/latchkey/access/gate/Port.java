package latchkey.access.gate;

/** Where a page may be reached. */
enum Port {
    AGENTS,
    CUSTOMERS,
    BOTH
}
