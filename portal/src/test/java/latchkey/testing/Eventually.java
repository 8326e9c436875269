package latchkey.testing;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;

/** Waits for something to become true, up to a deadline. */
public final class Eventually {

    private static final Duration PAUSE = Duration.ofMillis(20);

    private Eventually() {}

    /** As {@link #within} with ten seconds. */
    public static void that(String what, Callable<Boolean> condition) {
        within(Duration.ofSeconds(10), what, condition);
    }

    /**
     * Returns as soon as the condition holds.
     *
     * @throws AssertionError naming what was waited for when it does not hold before the limit
     */
    public static void within(Duration limit, String what, Callable<Boolean> condition) {
        var deadline = System.nanoTime() + limit.toNanos();
        while (!holds(condition)) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("Not within " + limit.toMillis() + " ms: " + what);
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    private static boolean holds(Callable<Boolean> condition) {
        try {
            return condition.call();
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
