package latchkey.directory.graph.quota;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import latchkey.directory.DirectoryFailure.Unavailable;

/** One call that waits for its permits. */
final class Ticket {

    private final Cost cost;
    private final Priority priority;
    private final String who;
    private final CountDownLatch admitted = new CountDownLatch(1);

    Ticket(Cost cost, Priority priority, String who) {
        this.cost = cost;
        this.priority = priority;
        this.who = who;
    }

    Cost cost() {
        return cost;
    }

    Priority priority() {
        return priority;
    }

    String who() {
        return who;
    }

    void admit() {
        admitted.countDown();
    }

    boolean isAdmitted() {
        return admitted.getCount() == 0;
    }

    boolean await(Duration patience) {
        try {
            return admitted.await(patience.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unavailable("Interrupted while waiting for a permit", null, null, e);
        }
    }
}
