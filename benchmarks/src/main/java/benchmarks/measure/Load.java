package benchmarks.measure;

import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/** Runs one operation again and again. */
public final class Load {

    private Load() {}

    /** One operation, told the number of its turn. */
    public interface Operation {
        void run(int turn) throws Exception;
    }

    /** One after the other, each timed. */
    public static Durations oneByOne(int times, Operation operation) {
        var nanos = new long[times];
        for (var turn = 0; turn < times; turn++) {
            var before = System.nanoTime();
            attempt(operation, turn);
            nanos[turn] = System.nanoTime() - before;
        }
        return Durations.of(nanos);
    }

    /** From so many threads at once; returns operations per second. */
    public static double together(int threads, int times, Operation operation) {
        return together(Executors.newFixedThreadPool(threads), threads, times, operation);
    }

    /** The same from virtual threads, which the portal answers its requests on. */
    public static double togetherAsRequests(int threads, int times, Operation operation) {
        return together(Executors.newVirtualThreadPerTaskExecutor(), threads, times, operation);
    }

    private static double together(ExecutorService threadsOf, int threads, int times, Operation operation) {
        var next = new AtomicInteger();
        var before = System.nanoTime();
        try (var executor = threadsOf) {
            var running = new ArrayList<Future<?>>();
            for (var thread = 0; thread < threads; thread++) {
                running.add(executor.submit((Callable<Void>) () -> {
                    for (var turn = next.getAndIncrement(); turn < times; turn = next.getAndIncrement()) {
                        operation.run(turn);
                    }
                    return null;
                }));
            }
            for (var each : running) {
                each.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("an operation failed under load", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        return times / ((System.nanoTime() - before) / 1e9);
    }

    private static void attempt(Operation operation, int turn) {
        try {
            operation.run(turn);
        } catch (Exception e) {
            throw new IllegalStateException("an operation failed", e);
        }
    }
}
