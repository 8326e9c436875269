package latchkey.audit;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;

/** Drafts that somebody waits for, committed together or not at all. */
final class Pending {

    private final List<Draft> drafts;

    private final boolean kept;

    private final CompletableFuture<Void> done = new CompletableFuture<>();

    private final AtomicBoolean settled = new AtomicBoolean();

    private Pending(List<Draft> drafts, boolean kept) {
        this.drafts = drafts;
        this.kept = kept;
    }

    /** Drafts that are worth nothing once nobody waits for them any more. */
    static Pending awaited(List<Draft> drafts) {
        return new Pending(drafts, false);
    }

    /** A draft that must get into the trail even when nobody waits. */
    static Pending kept(Draft draft) {
        return new Pending(List.of(draft), true);
    }

    List<Draft> drafts() {
        return drafts;
    }

    List<UUID> ids() {
        return drafts.stream().map(Draft::id).toList();
    }

    /** Whether it is tried again after a failure. */
    boolean isKept() {
        return kept;
    }

    /** Taken by the appender: from now on the waiting side cannot take it back. False when it already has. */
    boolean take() {
        return kept || settled.compareAndSet(false, true);
    }

    void committed() {
        done.complete(null);
    }

    void failed(Exception cause) {
        done.completeExceptionally(cause);
    }

    /** Waits for the commit; when it takes too long, an untaken one is taken back and never committed. */
    void await(Duration patience) throws ExecutionException, TimeoutException, InterruptedException {
        try {
            done.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | InterruptedException e) {
            settled.compareAndSet(false, true);
            throw e;
        }
    }
}
