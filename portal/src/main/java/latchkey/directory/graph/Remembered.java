package latchkey.directory.graph;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Something that changes rarely: loaded once for everybody, renewed behind the scenes when it has grown old. */
final class Remembered<T> {

    private final Duration fresh;
    private final Supplier<T> loader;
    private final Clock clock;
    private final ReentrantLock loading = new ReentrantLock();
    private volatile @Nullable Known<T> known;

    Remembered(Duration fresh, Supplier<T> loader, Clock clock) {
        this.fresh = fresh;
        this.loader = loader;
        this.clock = clock;
    }

    /** The value; waits only while there is none at all. Throws what the loader throws. */
    T get() {
        var now = known;
        if (now == null) {
            return first();
        }
        if (clock.instant().isAfter(now.until())) {
            Thread.ofVirtual().name("renewing").start(this::renew);
        }
        return now.value();
    }

    /** Lets the value be renewed at the next question if it is at least that old. */
    void ageBy(Duration atLeast) {
        var now = known;
        if (now != null && !clock.instant().isBefore(now.until().minus(fresh).plus(atLeast))) {
            known = new Known<>(now.value(), Instant.EPOCH);
        }
    }

    private T first() {
        loading.lock();
        try {
            var now = known;
            return now != null ? now.value() : load();
        } finally {
            loading.unlock();
        }
    }

    private void renew() {
        if (!loading.tryLock()) {
            return;
        }
        try {
            var now = known;
            if (now != null && clock.instant().isAfter(now.until())) {
                load();
            }
        } catch (RuntimeException e) {
            // What is known stays good; the next caller after a while tries again.
            postpone();
        } finally {
            loading.unlock();
        }
    }

    private T load() {
        var value = loader.get();
        known = new Known<>(value, clock.instant().plus(fresh));
        return value;
    }

    private void postpone() {
        var now = known;
        if (now != null) {
            known = new Known<>(now.value(), clock.instant().plus(Duration.ofSeconds(30)));
        }
    }

    private record Known<V>(V value, Instant until) {}
}
