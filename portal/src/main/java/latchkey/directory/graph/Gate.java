package latchkey.directory.graph;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import latchkey.directory.DirectoryFailure.Throttled;
import latchkey.directory.DirectoryFailure.Unavailable;
import org.jspecify.annotations.Nullable;

/** Closed while a Retry-After runs, for everybody who calls with the same app in the same tenant (facts §12). */
final class Gate {

    // The longest window of the published limits is five minutes (facts §12): a longer wait is somebody's mistake.
    private static final Duration LONGEST = Duration.ofMinutes(10);

    private static final Duration FIRST_GUESS = Duration.ofSeconds(1);
    private static final Duration LONGEST_GUESS = Duration.ofSeconds(60);
    private static final Duration SHORTEST_GUESS = Duration.ofMillis(250);

    private final long origin = System.nanoTime();
    private final AtomicLong opensAt = new AtomicLong();
    private final AtomicInteger guesses = new AtomicInteger();

    /**
     * Waits until the gate is open.
     *
     * @throws Throttled with the time that remains when it stays closed beyond the deadline
     */
    void pass(Deadline deadline) {
        for (var wait = remaining(); !wait.isZero(); wait = remaining()) {
            if (!deadline.allows(wait)) {
                throw new Throttled(wait, "Waiting as the directory asked; nobody calls it before", null, null);
            }
            pause(wait);
        }
    }

    /** Closes the gate for the time the directory asked for, or for a growing random time when it named none. */
    Duration close(@Nullable Duration retryAfter) {
        var wait = retryAfter == null ? guess() : min(retryAfter, LONGEST);
        var until = now() + wait.toNanos();
        opensAt.accumulateAndGet(until, Math::max);
        return wait;
    }

    /** An answer that was not "too many": the next guess starts small again. */
    void answered() {
        guesses.set(0);
    }

    Duration remaining() {
        return Duration.ofNanos(Math.max(0, opensAt.get() - now()));
    }

    // Exponential with full jitter, 1 s base, 60 s cap (facts §12); never zero, which would be no wait at all.
    private Duration guess() {
        var doublings = Math.min(guesses.getAndIncrement(), 6);
        var most = min(FIRST_GUESS.multipliedBy(1L << doublings), LONGEST_GUESS);
        return Duration.ofMillis(ThreadLocalRandom.current().nextLong(SHORTEST_GUESS.toMillis(), most.toMillis() + 1));
    }

    private long now() {
        return System.nanoTime() - origin;
    }

    private static Duration min(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    static void pause(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unavailable("Interrupted while waiting for the directory", null, null, e);
        }
    }
}
