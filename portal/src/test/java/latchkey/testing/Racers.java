package latchkey.testing;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/** Many who do the same thing at the same moment. */
public final class Racers {

    private Racers() {}

    /** What each of them got, an exception as it was thrown. */
    public static List<Object> race(int count, Callable<?> deed) {
        var start = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = IntStream.range(0, count)
                    .mapToObj(racer -> threads.submit(() -> {
                        start.await();
                        return outcome(deed);
                    }))
                    .toList();
            start.countDown();
            return running.stream().map(Racers::join).toList();
        }
    }

    private static Object outcome(Callable<?> deed) {
        try {
            return deed.call();
        } catch (Exception e) {
            return e;
        }
    }

    private static Object join(Future<Object> running) {
        try {
            return running.get();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
