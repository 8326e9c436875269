package latchkey.directory.graph.quota;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import latchkey.directory.DirectoryFailure.Throttled;
import org.jspecify.annotations.Nullable;

/** Where calls that need the same budgets pass one by one: agents first, then live changes, then bulk work. */
final class Turnstile {

    private static final long PERMITS_A_LOOK = 4;
    private static final Duration SHORTEST_REST = Duration.ofMillis(5);
    private static final Duration LONGEST_REST = Duration.ofMillis(250);

    private final Map<Priority, Purses> purses;
    private final Duration perPermit;
    private final Map<Priority, Line> lines = new EnumMap<>(Priority.class);
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition somebodyMoreUrgent = lock.newCondition();
    private boolean served;
    private volatile boolean settling;
    private long bulkRestsUntil = System.nanoTime();

    Turnstile(Map<Priority, Purses> purses) {
        this.purses = purses;
        this.perPermit = purses(Priority.AGENT).each().stream()
                .map(purse -> purse.shared().perPermit())
                .max(Duration::compareTo)
                .orElseThrow();
        for (var priority : Priority.values()) {
            lines.put(priority, new Line());
        }
    }

    /**
     * Waits for the permits of one call.
     *
     * @throws Throttled with a guess of the remaining wait when there were none in time
     */
    void pass(Ticket ticket, Duration patience) {
        if (!passesAtOnce(ticket) && !isAdmitted(ticket, patience)) {
            throw new Throttled(
                    remaining(), "The directory grants no more calls at the moment", Governor.REFUSED, null);
        }
    }

    private boolean isAdmitted(Ticket ticket, Duration patience) {
        var admitted = false;
        try {
            admitted = ticket.await(patience);
        } finally {
            // also whoever is interrupted: nobody pays for a call that is not made
            admitted = admitted || leaves(ticket);
        }
        return admitted;
    }

    int waiting(Priority priority) {
        lock.lock();
        try {
            return line(priority).size();
        } finally {
            lock.unlock();
        }
    }

    /** A call turned out to cost more than it paid. */
    void owe(Budget budget, long permits) {
        purses(Priority.AGENT).owe(budget, permits);
    }

    /** Bulk work stands still for that long; the others go on. */
    void restBulk(Duration time) {
        lock.lock();
        try {
            var until = System.nanoTime() + time.toNanos();
            bulkRestsUntil = until - bulkRestsUntil > 0 ? until : bulkRestsUntil;
        } finally {
            lock.unlock();
        }
    }

    private boolean passesAtOnce(Ticket ticket) {
        lock.lock();
        try {
            if (first() == null && mayPay(ticket)) {
                settleDebts(ticket);
                return true;
            }
            line(ticket.priority()).add(ticket);
            if (!served) {
                served = true;
                Thread.ofVirtual().name("quota").start(this::serve);
            } else if (ticket.equals(first())) {
                somebodyMoreUrgent.signal();
            }
            return false;
        } finally {
            lock.unlock();
        }
    }

    private void settleDebts(Ticket ticket) {
        if (!settling && purses(ticket.priority()).areInDebt()) {
            settling = true;
            Thread.ofVirtual().name("quota").start(() -> settle(ticket));
        }
    }

    private void settle(Ticket ticket) {
        try {
            purses(ticket.priority()).fill(ticket.cost());
        } finally {
            settling = false;
        }
    }

    /** Gives up waiting; true when it was admitted at the last moment after all. */
    private boolean leaves(Ticket ticket) {
        lock.lock();
        try {
            line(ticket.priority()).remove(ticket);
            return ticket.isAdmitted();
        } finally {
            lock.unlock();
        }
    }

    private void serve() {
        try {
            for (var next = nextOrEnd(); next != null; next = nextOrEnd()) {
                // asks the database, so not under the lock
                purses(next.priority()).fill(next.cost());
                admitOrRest();
            }
        } catch (RuntimeException | Error e) {
            makeRoomForAnother();
            throw e;
        }
    }

    /** The next call to arrive starts another one who serves. */
    private void makeRoomForAnother() {
        lock.lock();
        try {
            served = false;
        } finally {
            lock.unlock();
        }
    }

    private @Nullable Ticket nextOrEnd() {
        lock.lock();
        try {
            var next = first();
            served = next != null;
            return next;
        } finally {
            lock.unlock();
        }
    }

    @SuppressWarnings("WaitNotInLoop") // the one who serves looks again in any case
    private void admitOrRest() {
        lock.lock();
        try {
            var admitted = 0;
            for (var next = first(); next != null && mayPay(next); next = first()) {
                line(next.priority()).removeFirst();
                next.admit();
                admitted++;
            }
            if (admitted == 0 && first() != null) {
                somebodyMoreUrgent.await(rest().toNanos(), TimeUnit.NANOSECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            lock.unlock();
        }
    }

    private boolean mayPay(Ticket ticket) {
        var rests = ticket.priority() == Priority.BULK && System.nanoTime() - bulkRestsUntil < 0;
        return !rests && purses(ticket.priority()).pay(ticket.cost());
    }

    private @Nullable Ticket first() {
        return lines.values().stream()
                .filter(line -> line.size() > 0)
                .findFirst()
                .map(Line::first)
                .orElse(null);
    }

    private Duration remaining() {
        var ahead = 1;
        for (var priority : Priority.values()) {
            ahead += waiting(priority);
        }
        return max(SHORTEST_REST, perPermit.multipliedBy(ahead));
    }

    private Duration rest() {
        var several = perPermit.multipliedBy(PERMITS_A_LOOK);
        return several.compareTo(LONGEST_REST) > 0 ? LONGEST_REST : max(SHORTEST_REST, several);
    }

    private Line line(Priority priority) {
        return Objects.requireNonNull(lines.get(priority));
    }

    private Purses purses(Priority priority) {
        return Objects.requireNonNull(purses.get(priority));
    }

    private static Duration max(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }
}
