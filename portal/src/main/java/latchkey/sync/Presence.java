package latchkey.sync;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ThreadLocalRandom;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Shows that this process lives, by a lock of its own that the database frees the moment the process dies: what a dead
 * process held is taken over at once instead of at the end of its lease.
 */
@Component
class Presence implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Presence.class);

    /** First half of the lock's name, shared by all nodes; the other half is the process. */
    private static final int SYNC = 0x53594E43;

    private static final Duration EVERY = Duration.ofSeconds(2);
    private static final Duration FORGETS_EVERY = Duration.ofHours(1);

    private final int owner = ThreadLocalRandom.current().nextInt(1, Integer.MAX_VALUE);
    private final DataSource database;
    private final SyncRows rows;
    private final Bell bell;
    private final Bell rounds = new Bell();
    private final SyncSettings settings;
    private final Clock clock;
    private volatile boolean running;
    private volatile boolean held;
    private Instant forgotten = Instant.EPOCH;
    private @Nullable Connection lock;
    private @Nullable Thread thread;

    Presence(DataSource database, SyncRows rows, Bell bell, SyncSettings settings, Clock clock) {
        this.database = database;
        this.rows = rows;
        this.bell = bell;
        this.settings = settings;
        this.clock = clock;
    }

    int owner() {
        return owner;
    }

    /** Whether others can see that this process lives; without that it takes no work. */
    boolean isHeld() {
        return held;
    }

    @Override
    public void start() {
        if (settings.enabled()) {
            running = true;
            thread = Thread.ofVirtual().name("sync-presence").start(this::work);
        }
    }

    @Override
    public void stop() {
        running = false;
        rounds.ring();
        try {
            if (thread != null) {
                thread.join(Duration.ofSeconds(5));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        letGo();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Before the dispatcher and after it. */
    @Override
    public int getPhase() {
        return SmartLifecycle.DEFAULT_PHASE - 1;
    }

    private void work() {
        while (running) {
            try {
                hold();
                rows.wakeWatched(clock.instant());
                forgetNowAndThen();
                rows.owners().stream().filter(other -> other != owner).forEach(this::takeOverIfDead);
            } catch (SQLException | org.springframework.dao.DataAccessException e) {
                LOG.warn("The database does not answer: {}", e.getMessage());
                letGo();
            }
            rounds.await(EVERY);
        }
    }

    private void forgetNowAndThen() {
        if (clock.instant().isAfter(forgotten.plus(FORGETS_EVERY))) {
            forgotten = clock.instant();
            rows.forget(forgotten);
        }
    }

    private void hold() throws SQLException {
        if (lock == null || !lock.isValid(2)) {
            letGo();
            lock = database.getConnection();
        }
        if (!held) {
            held = ask("SELECT pg_try_advisory_lock(?, ?)", owner);
            bell.ring();
        }
    }

    private void takeOverIfDead(int other) {
        try {
            if (ask("SELECT pg_try_advisory_lock(?, ?)", other)) {
                var taken = rows.takeOver(other, clock.instant());
                ask("SELECT pg_advisory_unlock(?, ?)", other);
                LOG.info("Took over {} contacts of a process that is gone", taken);
                bell.ring();
            }
        } catch (SQLException e) {
            throw new org.springframework.dao.TransientDataAccessResourceException("the lock cannot be asked for", e);
        }
    }

    private boolean ask(String sql, int who) throws SQLException {
        try (var statement = java.util.Objects.requireNonNull(lock).prepareStatement(sql)) {
            statement.setInt(1, SYNC);
            statement.setInt(2, who);
            try (var answer = statement.executeQuery()) {
                return answer.next() && answer.getBoolean(1);
            }
        }
    }

    private void letGo() {
        held = false;
        try (var old = lock) {
            lock = null;
            if (old != null && !old.isClosed()) {
                old.createStatement().execute("SELECT pg_advisory_unlock_all()");
            }
        } catch (SQLException e) {
            LOG.debug("The lock's connection was gone already", e);
        }
    }
}
