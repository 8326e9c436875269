package latchkey.sync;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import latchkey.directory.DirectoryId;
import latchkey.sync.Polls.Poll;
import latchkey.sync.dataverse.ContactsFailure;
import latchkey.sync.dataverse.DataverseSettings;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Lets the nets that ask do so when their time has come; of several nodes one asks. */
@Component
class Readings implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Readings.class);
    private static final Duration LOOK = Duration.ofSeconds(2);

    private final List<Reading> readings;
    private final Polls polls;
    private final DataverseSettings environments;
    private final SyncSettings settings;
    private final Bell bell;
    private final Clock clock;
    private final Bell rounds = new Bell();
    private volatile boolean running;
    private @Nullable Thread thread;

    Readings(
            List<Reading> readings,
            Polls polls,
            DataverseSettings environments,
            SyncSettings settings,
            Bell bell,
            Clock clock) {
        this.readings = readings;
        this.polls = polls;
        this.environments = environments;
        this.settings = settings;
        this.bell = bell;
        this.clock = clock;
    }

    @Override
    public void start() {
        if (settings.enabled()) {
            running = true;
            thread = Thread.ofVirtual().name("sync-readings").start(this::work);
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
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Looks at once, because somebody asked for it. */
    void wake() {
        rounds.ring();
    }

    private void work() {
        while (running) {
            round();
            rounds.await(LOOK);
        }
    }

    /** Everything that is due, once. */
    void round() {
        environments
                .dataverse()
                .forEach((directory, environment) -> readings.stream()
                        .filter(reading -> reading.isWanted(environment))
                        .forEach(reading -> whole(reading, new DirectoryId(directory))));
    }

    private void whole(Reading reading, DirectoryId directory) {
        try {
            var more = true;
            while (more && (running || thread == null)) {
                more = polls.claim(directory, reading.net(), clock.instant())
                        .map(poll -> page(reading, poll))
                        .orElse(false);
            }
        } catch (DataAccessException | TransactionException e) {
            LOG.warn("Changes of {} could not be put into the queue: {}", directory, e.getMessage());
        }
    }

    private boolean page(Reading reading, Poll poll) {
        try {
            var more = reading.read(poll);
            bell.ring();
            return more;
        } catch (ContactsFailure failure) {
            LOG.warn("Changes of {} could not be read: {}", poll.directory(), failure.getMessage());
            polls.failed(poll, failure.getMessage(), clock.instant(), next(poll, failure));
            return false;
        } catch (DataAccessException | TransactionException unwritten) {
            throw unwritten;
        } catch (RuntimeException defect) {
            LOG.error("Changes of {} could not be understood", poll.directory(), defect);
            var words = defect.getClass().getSimpleName();
            polls.failed(poll, words, clock.instant(), clock.instant().plus(every(poll)));
            return false;
        }
    }

    private Instant next(Poll poll, ContactsFailure failure) {
        var wait = failure instanceof ContactsFailure.Throttled throttled ? throttled.retryAfter() : every(poll);
        return clock.instant().plus(wait);
    }

    private Duration every(Poll poll) {
        return Objects.requireNonNull(
                        environments.dataverse().get(poll.directory().value()))
                .delta()
                .every();
    }
}
