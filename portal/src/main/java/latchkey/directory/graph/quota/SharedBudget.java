package latchkey.directory.graph.quota;

import io.github.bucket4j.Bucket;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One budget as all nodes share it: a bucket in the database from which each node takes blocks of permits. */
final class SharedBudget {

    private static final Logger LOG = LoggerFactory.getLogger(SharedBudget.class);
    private static final Duration SILENCE = Duration.ofMinutes(1);
    private static final long PART_KEPT = 10;
    private static final long LEAST_KEPT = 2;

    private final Budget budget;
    private final long capacity;
    private final Bucket bucket;
    private final AtomicLong silentUntil = new AtomicLong(System.nanoTime());

    SharedBudget(Budget budget, long capacity, Bucket bucket) {
        this.budget = budget;
        this.capacity = capacity;
        this.bucket = bucket;
    }

    Budget budget() {
        return budget;
    }

    long capacity() {
        return capacity;
    }

    /** The time in which one permit comes back. */
    Duration perPermit() {
        return budget.window().dividedBy(capacity);
    }

    /**
     * Takes what is there, at most so many; 0 when there is nothing. A tenth is left alone by bulk work, so that an
     * agent who comes while it runs finds permits.
     */
    long take(long most, boolean bulk) {
        try {
            var allowed = bulk ? Math.min(most, bucket.getAvailableTokens() - keptFromBulk()) : most;
            return allowed <= 0 ? 0 : bucket.tryConsumeAsMuchAsPossible(allowed);
        } catch (RuntimeException e) {
            // Without our own count the directory's limit still stands: what it refuses is waited out.
            warn("The shared budget {} cannot be read, going on without: {}", e);
            return most;
        }
    }

    /** The directory said that this budget is empty for so long: no node takes from it before. */
    void emptyFor(Duration wait) {
        try {
            var behind = Math.ceilDiv(wait.toNanos(), Math.max(1, perPermit().toNanos()));
            var surplus = bucket.getAvailableTokens() + behind;
            if (surplus > 0) {
                bucket.consumeIgnoringRateLimits(surplus);
            }
        } catch (RuntimeException e) {
            warn("Other nodes cannot be told that the budget {} is empty: {}", e);
        }
    }

    /** Permits that no node holds; below zero after the directory refused calls. */
    long available() {
        return bucket.getAvailableTokens();
    }

    private long keptFromBulk() {
        return Math.max(LEAST_KEPT, capacity / PART_KEPT);
    }

    /** Once a minute: while the database is away, every call would say the same. */
    private void warn(String words, RuntimeException trouble) {
        var now = System.nanoTime();
        var until = silentUntil.get();
        if (now - until >= 0 && silentUntil.compareAndSet(until, now + SILENCE.toNanos())) {
            LOG.warn(words, budget, trouble.getMessage());
        }
    }
}
