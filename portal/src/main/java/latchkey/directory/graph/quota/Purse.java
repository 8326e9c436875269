package latchkey.directory.graph.quota;

import java.time.Duration;

/**
 * The permits of one budget that this node holds. They are taken in blocks, so that a call costs no round trip to the
 * database; the block grows while they are used up quickly and shrinks when they are not.
 */
final class Purse {

    /** Older permits are dropped: by then the directory's own bucket is full again, and they would come on top. */
    private static final Duration KEEPS = Duration.ofSeconds(2);

    private static final Duration QUICKLY = Duration.ofMillis(400);

    /** A hundredth of a budget may be spent before the database is asked: 80 resource units, 30 writes, no report. */
    private static final long CREDIT = 100;

    private final SharedBudget shared;
    private final boolean bulk;
    private long held;
    private long takenAt;
    private long block = 1;
    private boolean plentiful;

    Purse(SharedBudget shared, boolean bulk) {
        this.shared = shared;
        this.bulk = bulk;
    }

    SharedBudget shared() {
        return shared;
    }

    private boolean holds(long permits, long now) {
        return held >= permits && now - takenAt < KEEPS.toNanos();
    }

    /**
     * Pays from what is held, or on credit while the shared budget is far from used up: then nobody waits for the
     * database, and the next block makes up for it.
     */
    synchronized boolean pay(long permits, long now) {
        var enough = holds(permits, now) || held - permits >= -credit();
        held -= enough ? permits : 0;
        return enough;
    }

    synchronized boolean isInDebt() {
        return held < 0;
    }

    private long credit() {
        return plentiful && !bulk ? shared.capacity() / CREDIT : 0;
    }

    synchronized void putBack(long permits) {
        held += permits;
    }

    /** A call cost more than it paid: the next block makes up for it. */
    synchronized void owe(long permits) {
        held -= permits;
    }

    /** Asks the shared budget for another block where this node holds too little. */
    void fill(long atLeast, long now) {
        var missing = missing(atLeast, now);
        if (missing > 0) {
            receive(missing, shared.take(missing, bulk), now);
        }
    }

    private synchronized long missing(long atLeast, long now) {
        if (holds(atLeast, now)) {
            return 0;
        }
        var age = now - takenAt;
        if (age >= KEEPS.toNanos()) {
            held = Math.min(held, 0);
            block = 1;
        } else if (age < QUICKLY.toNanos()) {
            block = Math.min(block * 2, largest());
        }
        return Math.max(atLeast, block) - held;
    }

    private synchronized void receive(long asked, long permits, long now) {
        held += permits;
        plentiful = permits == asked;
        if (permits > 0) {
            takenAt = now;
        }
    }

    /** What refills in half a second: enough that a busy node asks twice a second, little to lose when it dies. */
    private long largest() {
        return Math.max(1, Duration.ofMillis(500).dividedBy(shared.perPermit()));
    }
}
