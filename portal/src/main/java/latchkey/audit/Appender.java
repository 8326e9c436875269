package latchkey.audit;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one thread of this node that writes the trail: everything that came in while the last group was being committed is
 * the next group, so that many writers share one commit.
 */
final class Appender implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Appender.class);

    private static final int LARGEST_GROUP = 500;

    private static final int LONGEST_QUEUE = 20_000;

    private static final Duration BREATH = Duration.ofSeconds(1);

    private static final Duration COMPANY_COMES_WITHIN = Duration.ofNanos(300_000);

    private static final Duration BETWEEN_LOOKS_FOR_COMPANY = Duration.ofNanos(20_000);

    private final LinkedBlockingQueue<Pending> queue = new LinkedBlockingQueue<>(LONGEST_QUEUE);

    /** Outcomes whose commit failed or whose answer was lost. Touched by the thread alone. */
    private final List<Pending> again = new ArrayList<>();

    /** How many came together the last time. */
    private int lastGroup;

    private final TrailStore store;

    private final Anchors anchors;

    private final Thread thread;

    private volatile boolean open = true;

    private Link head = Link.BEGINNING;

    Appender(TrailStore store, Anchors anchors) {
        this.store = store;
        this.anchors = anchors;
        this.thread = Thread.ofPlatform().name("trail").daemon().unstarted(this::run);
    }

    Appender start() {
        thread.start();
        return this;
    }

    /**
     * Queues drafts for the next group.
     *
     * @throws RejectedExecutionException when the queue is full or closed
     */
    void add(Pending pending) {
        if (!open || !queue.offer(pending)) {
            throw new RejectedExecutionException(open ? "the trail's queue is full" : "the trail is closed");
        }
    }

    /** Commits what is queued, anchors the head and ends the thread. */
    @Override
    public void close() {
        open = false;
        try {
            thread.join(Duration.ofSeconds(8));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try {
            while (open || !queue.isEmpty()) {
                step();
            }
            step();
            anchors.anchor(head);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void step() throws InterruptedException {
        var group = nextGroup();
        if (!group.isEmpty()) {
            commit(group);
        }
        anchors.keepUpWith(head);
    }

    private List<Pending> nextGroup() throws InterruptedException {
        var group = new ArrayList<>(again);
        again.clear();
        if (group.isEmpty()) {
            var first = queue.poll(open ? BREATH.toMillis() : 0, TimeUnit.MILLISECONDS);
            if (first != null) {
                group.add(first);
            }
        }
        awaitCompany(group);
        queue.drainTo(group, Math.max(0, LARGEST_GROUP - group.size()));
        group.removeIf(pending -> !pending.take());
        return group;
    }

    /**
     * Whoever was in the last group is mostly about to come again; without them the first to be back would be committed alone,
     * and all others would wait for that. Someone who comes alone again and again waits for nobody.
     */
    private void awaitCompany(List<Pending> group) {
        var expected = Math.min(lastGroup, LARGEST_GROUP);
        var end = System.nanoTime() + COMPANY_COMES_WITHIN.toNanos();
        while (!group.isEmpty() && group.size() + queue.size() < expected && System.nanoTime() < end) {
            LockSupport.parkNanos(BETWEEN_LOOKS_FOR_COMPANY.toNanos());
        }
        lastGroup = group.size() + queue.size();
    }

    private void commit(List<Pending> group) throws InterruptedException {
        try {
            head = store.append(
                    group.stream().flatMap(pending -> pending.drafts().stream()).toList());
            group.forEach(Pending::committed);
        } catch (SQLException | RuntimeException e) {
            var trouble = StoreTrouble.of(e);
            LOG.error("The trail cannot take entries: {}", trouble.getMessage());
            group.stream().filter(pending -> !pending.isKept()).forEach(pending -> pending.failed(trouble));
            keepForLater(group.stream().filter(Pending::isKept).toList());
        }
    }

    /** A lost answer may hide a commit, and an entry is never written twice. */
    private void keepForLater(List<Pending> outcomes) throws InterruptedException {
        if (outcomes.isEmpty() || !open) {
            return;
        }
        Thread.sleep(BREATH);
        try {
            var present = store.present(
                    outcomes.stream().flatMap(pending -> pending.ids().stream()).toList());
            outcomes.stream()
                    .filter(pending -> present.containsAll(pending.ids()))
                    .forEach(Pending::committed);
            outcomes.stream()
                    .filter(pending -> !present.containsAll(pending.ids()))
                    .forEach(again::add);
        } catch (SQLException | RuntimeException e) {
            again.addAll(outcomes);
        }
    }
}
