package latchkey.helpdesk.action;

import java.time.Instant;

/**
 * A write the directory does not show yet.
 *
 * @param what names the thing written, one row per thing
 * @param expected what it will show
 * @param certain false when the answer to the write was lost
 * @param since when it was written
 */
record PendingWrite(String what, Expected expected, boolean certain, Instant since) {}
