package sandbox.dataverse.webhook;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import sandbox.clock.SandboxClock;
import sandbox.people.BeforeCommit;
import sandbox.people.ContactChanged;
import sandbox.settings.CurrentSettings;
import sandbox.state.Restorable;

/**
 * Posts every change of a contact: some at a time and in no promised order, as the platform's asynchronous service does, or
 * within the transaction.
 */
@Component
class Dispatcher implements BeforeCommit, Restorable, AutoCloseable {

    private final ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor();
    private final AtomicInteger generation = new AtomicInteger();
    private final Semaphore inFlight;
    private final Delivery delivery;
    private final CurrentSettings settings;
    private final SandboxClock clock;

    Dispatcher(
            Delivery delivery,
            CurrentSettings settings,
            SandboxClock clock,
            @Value("${sandbox.webhooks-in-flight:8}") int mostInFlight) {
        this.delivery = delivery;
        this.settings = settings;
        this.clock = clock;
        inFlight = new Semaphore(mostInFlight);
    }

    /** A synchronous step is posted before the change holds; what becomes of the change is never told (facts §1a). */
    @Override
    public void about(ContactChanged proposed) {
        if (isRegistered(proposed) && settings.now().webhook().synchronous()) {
            delivery.deliverNow(Operation.of(proposed, clock.instant(), true));
        }
    }

    @EventListener
    void dispatch(ContactChanged change) {
        if (isRegistered(change) && !settings.now().webhook().synchronous()) {
            var operation = Operation.of(change, clock.instant(), false);
            var dispatchedIn = generation.get();
            senders.execute(() -> send(operation, dispatchedIn));
        }
    }

    private boolean isRegistered(ContactChanged change) {
        return settings.now().webhooksEnabled()
                && settings.now().webhook().messages().contains(change.message().text());
    }

    /** What waits when the sandbox is reset belongs to a past that is gone. */
    @Override
    public void reset() {
        generation.incrementAndGet();
    }

    @Override
    public Runnable remember() {
        return this::reset;
    }

    @Override
    public void close() {
        generation.incrementAndGet();
        senders.shutdownNow();
    }

    private void overtake() throws InterruptedException {
        var longest = settings.now().webhook().shuffleMillis();
        if (longest > 0) {
            Thread.sleep(ThreadLocalRandom.current().nextLong(longest + 1));
        }
    }

    private void send(Operation operation, int dispatchedIn) {
        try {
            overtake();
            inFlight.acquire();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return;
        }
        try {
            if (generation.get() == dispatchedIn) {
                delivery.deliver(operation);
            }
        } finally {
            inFlight.release();
        }
    }
}
