package sandbox.dataverse.webhook;

import java.util.List;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.stereotype.Component;
import sandbox.state.Restorable;

/** The system jobs that failed; those that succeeded are cleared away at once, as a step can be told to. */
@Component
public class SystemJobs implements Restorable {

    private static final int MOST_KEPT = 100_000;

    private final ConcurrentLinkedDeque<SystemJob> failed = new ConcurrentLinkedDeque<>();
    private final AtomicInteger count = new AtomicInteger();

    /** The failed ones, oldest first. */
    public List<SystemJob> failed() {
        return List.copyOf(failed);
    }

    void add(SystemJob job) {
        failed.addLast(job);
        if (count.incrementAndGet() > MOST_KEPT) {
            failed.pollFirst();
        }
    }

    @Override
    public void reset() {
        failed.clear();
        count.set(0);
    }

    /** What failed stays failed, whatever state is put back. */
    @Override
    public Runnable remember() {
        return () -> {};
    }
}
