package latchkey.directory.activity;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import latchkey.directory.DirectoryId;
import latchkey.directory.LogReading.Trouble;

/** Counts what is collected and tells how old the newest reading is, on every node alike. */
final class CollectorMetrics {

    private final MeterRegistry meters;
    private final Clock clock;
    private final Map<DirectoryId, Instant> readUntil = new ConcurrentHashMap<>();

    CollectorMetrics(MeterRegistry meters, Clock clock) {
        this.meters = meters;
        this.clock = clock;
    }

    void stored(DirectoryId directory, int events, int unreadable) {
        count("latchkey.activity.events", "Events of the directory's log that were stored", directory, events);
        count("latchkey.activity.unreadable", "Entries of the directory's log left out", directory, unreadable);
    }

    void failed(DirectoryId directory, Trouble trouble) {
        meters.counter(
                        "latchkey.activity.failures",
                        "directory",
                        directory.value(),
                        "trouble",
                        trouble.name().toLowerCase(Locale.ROOT))
                .increment();
    }

    /** What the store says, whichever node read it. */
    void seen(DirectoryId directory, Instant until) {
        if (readUntil.put(directory, until) == null) {
            Gauge.builder("latchkey.activity.age", () -> ageSeconds(directory))
                    .description("Since when the directory's log has not been read")
                    .baseUnit("seconds")
                    .tags("directory", directory.value())
                    .register(meters);
        }
    }

    private double ageSeconds(DirectoryId directory) {
        var until = readUntil.getOrDefault(directory, clock.instant());
        return Duration.between(until, clock.instant()).toMillis() / 1000.0;
    }

    private void count(String name, String description, DirectoryId directory, int amount) {
        io.micrometer.core.instrument.Counter.builder(name)
                .description(description)
                .tags("directory", directory.value())
                .register(meters)
                .increment(amount);
    }
}
