package latchkey.sync;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Commits what many threads bring at the same time with one transaction: each waits for one disk write, shared. */
final class GroupCommit<T> implements AutoCloseable {

    private static final int MOST = 500;

    private final BlockingQueue<Entry<T>> queue = new LinkedBlockingQueue<>(20_000);
    private final Consumer<List<T>> commit;
    private final Thread thread;
    private volatile boolean open = true;

    GroupCommit(String name, Consumer<List<T>> commit) {
        this.commit = commit;
        this.thread = Thread.ofVirtual().name(name).start(this::work);
    }

    /**
     * Waits until the item is committed.
     *
     * @throws NotCommitted when it is not, or nobody knows
     */
    void add(T item, long seconds) {
        var entry = new Entry<>(item);
        if (!open || !queue.offer(entry)) {
            throw new NotCommitted("the database does not keep up", null);
        }
        try {
            entry.committed.get(seconds, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            throw new NotCommitted("the database does not answer", e);
        } catch (java.util.concurrent.ExecutionException e) {
            throw new NotCommitted("the database refused", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NotCommitted("interrupted", e);
        }
    }

    @Override
    public void close() {
        open = false;
        thread.interrupt();
        try {
            thread.join(java.time.Duration.ofSeconds(10));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void work() {
        while (open) {
            try {
                commitWith(queue.take());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private void commitWith(Entry<T> first) {
        var entries = new ArrayList<Entry<T>>();
        entries.add(first);
        queue.drainTo(entries, MOST - 1);
        try {
            commit.accept(entries.stream().map(Entry::item).toList());
            entries.forEach(entry -> entry.committed.complete(null));
        } catch (RuntimeException e) {
            entries.forEach(entry -> entry.committed.completeExceptionally(e));
        }
    }

    private record Entry<T>(T item, CompletableFuture<@Nullable Void> committed) {
        Entry(T item) {
            this(item, new CompletableFuture<>());
        }
    }

    /** What was brought is not committed, as far as anybody knows. */
    static final class NotCommitted extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NotCommitted(String message, @Nullable Throwable cause) {
            super(message, cause);
        }
    }
}
