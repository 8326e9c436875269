package latchkey.directory.graph;

import java.time.Duration;

/** The moment after which nobody waits any more. */
final class Deadline {

    private final long at;

    private Deadline(long at) {
        this.at = at;
    }

    static Deadline in(Duration duration) {
        return new Deadline(System.nanoTime() + duration.toNanos());
    }

    boolean allows(Duration wait) {
        return at - System.nanoTime() >= wait.toNanos();
    }

    /** What remains; never below zero. */
    Duration left() {
        return Duration.ofNanos(Math.max(0, at - System.nanoTime()));
    }
}
