package latchkey.sync;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import latchkey.directory.DirectoryId;
import latchkey.sync.dataverse.Contact;
import latchkey.sync.dataverse.Contacts;
import latchkey.sync.dataverse.ContactsFailure;
import latchkey.tracing.Spans;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * Hands due contacts to workers: claims a batch, reads it from Dataverse with one call, and pushes each on a thread of
 * its own, so many at a time as the settings allow.
 */
@Component
class Dispatcher implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);
    private static final Duration GATHER = Duration.ofMillis(20);
    private static final Duration PROBE_LOOK = Duration.ofMillis(500);
    private static final long SETTLE_SECONDS = 30;
    private static final String CHANGE = "contact change";

    private final SyncRows rows;
    private final Contacts contacts;
    private final Mappings mappings;
    private final Push push;
    private final Settlement settlement;
    private final ReadBack readBack;
    private final Breaker breaker;
    private final Presence presence;
    private final Bell bell;
    private final SyncSettings settings;
    private final Clock clock;
    private final Spans spans;
    private final Semaphore workers;
    private final Semaphore bulkWorkers;
    private final Semaphore room;
    private final Semaphore bulkRoom;
    private volatile boolean running;
    private long probed;
    private @Nullable Thread thread;
    private @Nullable GroupCommit<SyncRows.Result> results;

    Dispatcher(
            SyncRows rows,
            Contacts contacts,
            Mappings mappings,
            Push push,
            Settlement settlement,
            ReadBack readBack,
            Breaker breaker,
            Presence presence,
            Bell bell,
            SyncSettings settings,
            Clock clock,
            Spans spans) {
        this.rows = rows;
        this.contacts = contacts;
        this.mappings = mappings;
        this.push = push;
        this.settlement = settlement;
        this.readBack = readBack;
        this.breaker = breaker;
        this.presence = presence;
        this.bell = bell;
        this.settings = settings;
        this.clock = clock;
        this.spans = spans;
        this.workers = new Semaphore(settings.workers());
        // twice as many are held as are pushed, so that the next ones are read while the others are written
        this.room = new Semaphore(2 * settings.workers());
        // bulk work may wait long for its calls: it never takes all
        this.bulkWorkers =
                new Semaphore(settings.workers() - Math.min(settings.workers() - 1, 1 + settings.workers() / 10));
        this.bulkRoom = new Semaphore(
                2 * settings.workers() - Math.min(2 * settings.workers() - 1, 2 + settings.workers() / 5));
    }

    @Override
    public void start() {
        if (!settings.enabled()) {
            return;
        }
        running = true;
        results = new GroupCommit<>("sync-results", this::commit);
        thread = Thread.ofVirtual().name("sync-dispatcher").start(this::work);
    }

    /** Lets running pushes end; what does not end in time is taken over by whoever comes next. */
    @Override
    public void stop() {
        running = false;
        bell.ring();
        try {
            if (thread != null) {
                thread.join(Duration.ofSeconds(5));
            }
            var ended = room.tryAcquire(2 * settings.workers(), 20, java.util.concurrent.TimeUnit.SECONDS);
            LOG.debug("Running pushes have {}ended", ended ? "" : "not ");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (results != null) {
            results.close();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void work() {
        var backlog = false;
        while (running) {
            try {
                if (backlog && room.availablePermits() < settings.workers() / 2) {
                    // many wait: a few more are let go of first, so that one call to Dataverse reads several
                    bell.await(GATHER);
                }
                backlog = round();
            } catch (DataAccessException e) {
                LOG.warn("The queue cannot be read, trying again: {}", e.getMessage());
                bell.await(Duration.ofSeconds(1));
            }
        }
    }

    /** Starts what is due; true when there may be more. */
    private boolean round() {
        var limit = Math.min(room.availablePermits(), Contacts.MOST);
        var claimed = limit == 0 || !presence.isHeld() ? List.<Claimed>of() : claim(limit);
        if (claimed.isEmpty()) {
            bell.await(settings.look());
            return false;
        }
        room.acquireUninterruptibly(claimed.size());
        bulkRoom.acquireUninterruptibly(
                (int) claimed.stream().filter(Dispatcher::isBulk).count());
        claimed.stream()
                .collect(Collectors.groupingBy(Claimed::directory))
                .forEach((directory, batch) -> Thread.startVirtualThread(() -> begin(directory, batch)));
        return claimed.size() == limit;
    }

    /** Single changes first, then bulk work where there is room for it, then contacts to try whether all works again. */
    private List<Claimed> claim(int limit) {
        var claimed = new ArrayList<>(claim(limit, SyncLane.LIVE));
        var bulk = Math.min(limit - claimed.size(), bulkRoom.availablePermits());
        if (bulk > 0) {
            claimed.addAll(claim(bulk, SyncLane.BULK));
        }
        if (claimed.size() < limit && System.nanoTime() - probed > PROBE_LOOK.toNanos()) {
            probed = System.nanoTime();
            breaker.toProbe().stream().limit(limit - claimed.size()).forEach(known -> claimed.addAll(probe(known)));
        }
        CrashPoint.CLAIMED.hit();
        return claimed;
    }

    private List<Claimed> claim(int limit, SyncLane least) {
        return rows.claim(presence.owner(), limit, least, clock.instant(), settings.lease(), readBack.openUntil());
    }

    private List<Claimed> probe(DirectoryId directory) {
        return rows.claimProbe(presence.owner(), directory, clock.instant(), settings.lease(), readBack.openUntil());
    }

    private static boolean isBulk(Claimed row) {
        return row.lane() == SyncLane.BULK;
    }

    // Several contacts are read with one call, which then belongs to none of their traces alone.
    private void begin(DirectoryId directory, List<Claimed> batch) {
        var alone = batch.size() == 1;
        spans.step("contact", alone ? CHANGE : "read contacts").observe(() -> read(directory, batch, alone));
    }

    private void read(DirectoryId directory, List<Claimed> batch, boolean alone) {
        try {
            var columns = mappings.of(directory).columns();
            var found = contacts.byIds(
                    directory, batch.stream().map(Claimed::contact).toList(), columns);
            CrashPoint.CONTACT_READ.hit();
            if (alone) {
                batch.forEach(row -> push(row, found.get(row.contact())));
            } else {
                batch.forEach(row -> Thread.startVirtualThread(() ->
                        spans.step("contact", CHANGE).observe(() -> push(row, found.get(row.contact())))));
            }
        } catch (ContactsFailure failure) {
            batch.forEach(row -> end(row, Failures.verdict(failure)));
        } catch (RuntimeException e) {
            LOG.error("Contacts of {} could not be read", directory, e);
            var trouble = new Verdict.Trouble(Reason.DEFECT, e.getClass().getSimpleName(), null);
            batch.forEach(row -> end(row, new Verdict.Later(trouble, Duration.ZERO, true)));
        }
    }

    private void push(Claimed row, @Nullable Contact contact) {
        var verdict = running ? attempt(row, contact) : new Verdict.GivenBack();
        CrashPoint.AFTER_RECORD_BEFORE_COMMIT.hit();
        end(row, verdict);
        CrashPoint.AFTER_COMMIT.hit();
    }

    private Verdict attempt(Claimed row, @Nullable Contact contact) {
        return isBulk(row) ? within(bulkWorkers, () -> atWork(row, contact)) : atWork(row, contact);
    }

    private Verdict atWork(Claimed row, @Nullable Contact contact) {
        return within(workers, () -> running ? push.attempt(row, contact) : new Verdict.GivenBack());
    }

    private static Verdict within(Semaphore permits, Supplier<Verdict> work) {
        permits.acquireUninterruptibly();
        try {
            return work.get();
        } finally {
            permits.release();
        }
    }

    private void end(Claimed row, Verdict verdict) {
        try {
            settlement.of(row, verdict).ifPresent(this::settle);
            breaker.saw(row.directory(), verdict);
        } catch (GroupCommit.NotCommitted e) {
            // the lease ends, and the contact is worked on again as after a crash
            LOG.warn("The end of an attempt could not be recorded: {}", e.getMessage());
        } catch (DataAccessException e) {
            LOG.warn("How the sync of {} stands could not be said: {}", row.directory(), e.getMessage());
        } finally {
            if (isBulk(row)) {
                bulkRoom.release();
            }
            room.release();
            bell.ring();
        }
    }

    private void settle(SyncRows.Result result) {
        java.util.Objects.requireNonNull(results).add(result, SETTLE_SECONDS);
    }

    private void commit(List<SyncRows.Result> ended) {
        rows.settle(ended, clock.instant());
    }
}
