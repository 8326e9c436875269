package sandbox.dataverse.webhook;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import sandbox.clock.SandboxClock;
import sandbox.people.ContactChanged;
import sandbox.settings.CurrentSettings;
import sandbox.state.Restorable;

/**
 * Posts every change of a contact, some at a time and in no promised order, as the platform's asynchronous service does.
 */
@Component
class Dispatcher implements Restorable, AutoCloseable {

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

    @EventListener
    void dispatch(ContactChanged change) {
        if (settings.now().webhooksEnabled()) {
            var operation = Operation.of(change, clock.instant());
            var dispatchedIn = generation.get();
            senders.execute(() -> send(operation, dispatchedIn));
        }
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

    private void send(Operation operation, int dispatchedIn) {
        try {
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
