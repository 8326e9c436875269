package latchkey.database;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Lets those who would look at the same thing and then change it do so one after the other, over all nodes, each in a
 * transaction. Whoever waits on this node holds no connection meanwhile: a crowd at one customer leaves the pool to the others.
 */
@Component
public class OneByOne {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final ConcurrentMap<String, Queue> here = new ConcurrentHashMap<>();
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    public OneByOne(JdbcClient jdbc, TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    /**
     * Does it when it is this caller's turn; nested, it must be for another thing, in the same order everywhere.
     *
     * @param what names the thing, the same on all nodes
     * @param deed gives no null
     * @throws org.springframework.dao.DataAccessException when the turn does not come within ten seconds, or the database fails
     */
    public <T> T of(String what, Supplier<T> deed) {
        var queue = Objects.requireNonNull(
                here.compute(what, (name, known) -> (known == null ? new Queue() : known).joined()));
        try {
            return queue.inTurn(() -> locked(what, deed));
        } finally {
            here.computeIfPresent(what, (name, known) -> known.left());
        }
    }

    /** As {@link #of} for what gives nothing. */
    public void run(String what, Runnable deed) {
        of(what, () -> {
            deed.run();
            return what;
        });
    }

    private <T> T locked(String what, Supplier<T> deed) {
        return Objects.requireNonNull(transaction.execute(open -> {
            jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:what, 0))::text")
                    .param("what", what)
                    .query(String.class)
                    .optional();
            return deed.get();
        }));
    }

    /** Those of this node who want the same thing. */
    private static final class Queue {

        private final ReentrantLock lock = new ReentrantLock(true);
        private int members;

        Queue joined() {
            members++;
            return this;
        }

        @org.jspecify.annotations.Nullable
        Queue left() {
            members--;
            return members == 0 ? null : this;
        }

        <T> T inTurn(Supplier<T> deed) {
            if (!comesInTime()) {
                throw new CannotAcquireLockException("the turn did not come within " + PATIENCE);
            }
            try {
                return deed.get();
            } finally {
                lock.unlock();
            }
        }

        private boolean comesInTime() {
            try {
                return lock.tryLock(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
    }
}
