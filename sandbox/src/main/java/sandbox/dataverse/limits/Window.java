package sandbox.dataverse.limits;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Optional;
import sandbox.settings.Dataverse;

/** What one user asked of one web server within the last 300 seconds. */
final class Window {

    static final Duration LENGTH = Duration.ofMinutes(5);

    private static final int MOST_PENALTY = 60;

    private final Deque<Long> requests = new ArrayDeque<>();
    private final Deque<Spent> spent = new ArrayDeque<>();
    private long spentMillis;
    private int running;
    private int refusedInARow;

    private record Spent(long at, long millis) {}

    /** How much of the limits is left. */
    record Left(int requests, double seconds) {}

    /** A request that is too much. */
    record Refusal(String code, String message, long retryAfterSeconds) {}

    /** Lets a request begin, or says why not; one that is refused counts for nothing but a longer wait. */
    synchronized Optional<Refusal> begin(long now, Dataverse limits) {
        forget(now);
        var refusal = refusal(now, limits);
        if (refusal.isPresent()) {
            refusedInARow++;
            return refusal;
        }
        refusedInARow = 0;
        running++;
        requests.addLast(now);
        return Optional.empty();
    }

    synchronized void end(long now, long millis) {
        running--;
        spent.addLast(new Spent(now, millis));
        spentMillis += millis;
    }

    synchronized Left left(Dataverse limits) {
        return new Left(
                Math.max(0, limits.requests() - requests.size()),
                Math.max(0, limits.executionMillis() - spentMillis) / 1_000.0);
    }

    private Optional<Refusal> refusal(long now, Dataverse limits) {
        if (running >= limits.concurrent()) {
            return Optional.of(new Refusal(
                    "0x80072326",
                    "Number of concurrent requests exceeded the limit of " + limits.concurrent() + ".",
                    1L + penalty()));
        }
        if (requests.size() >= limits.requests()) {
            return Optional.of(new Refusal(
                    "0x80072322",
                    "Number of requests exceeded the limit of " + limits.requests() + " over time window of "
                            + LENGTH.toSeconds() + " seconds.",
                    until(requests.getFirst(), now)));
        }
        if (spentMillis >= limits.executionMillis()) {
            return Optional.of(new Refusal(
                    "0x80072321",
                    String.format(
                            Locale.ROOT,
                            "Combined execution time of incoming requests exceeded limit of %,d milliseconds over time "
                                    + "window of %d seconds. Decrease number of concurrent requests or reduce the "
                                    + "duration of requests and try again later.",
                            limits.executionMillis(),
                            LENGTH.toSeconds()),
                    until(spent.getFirst().at(), now)));
        }
        return Optional.empty();
    }

    private long until(long oldest, long now) {
        return Math.max(1, Math.ceilDiv(oldest + LENGTH.toMillis() - now, 1_000)) + penalty();
    }

    /** The wait grows for those who keep pushing. */
    private int penalty() {
        return Math.min(refusedInARow, MOST_PENALTY);
    }

    private void forget(long now) {
        var horizon = now - LENGTH.toMillis();
        while (!requests.isEmpty() && requests.getFirst() <= horizon) {
            requests.removeFirst();
        }
        while (!spent.isEmpty() && spent.getFirst().at() <= horizon) {
            spentMillis -= spent.removeFirst().millis();
        }
    }
}
