package latchkey.sync;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.Duration;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The queue and the lag as gauges; all of one reading come from one look at the database. */
@Component
class SyncMetrics implements MeterBinder {

    private static final Duration GOOD_FOR = Duration.ofSeconds(5);

    private final SyncOverview overview;
    private final Clock clock;
    private @Nullable SyncStatus seen;
    private long seenAt;

    SyncMetrics(SyncOverview overview, Clock clock) {
        this.overview = overview;
        this.clock = clock;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        gauge(registry, "waiting", "Contacts that wait", status -> status.waiting() + status.running());
        gauge(registry, "verifying", "Contacts whose last write is read back", SyncStatus::verifying);
        gauge(registry, "parked", "Contacts given up until somebody replays them", SyncStatus::parked);
        gauge(registry, "held", "Contacts that guards hold until somebody decides", SyncStatus::held);
        gauge(registry, "watched", "Contacts that differ and are only watched", SyncStatus::watched);
        gauge(registry, "oldest.seconds", "Age of the contact that waits longest", this::ageOfOldest);
        gauge(registry, "lag.median.seconds", "From saved to applied, last hour", status -> number(status.lagMedian()));
        gauge(registry, "lag.p95.seconds", "From saved to applied, last hour", status -> number(status.lag95()));
    }

    private void gauge(MeterRegistry registry, String name, String words, ToDoubleFunction<SyncStatus> value) {
        Gauge.builder("latchkey.sync." + name, this, metrics -> value.applyAsDouble(metrics.status()))
                .description(words)
                .register(registry);
    }

    private synchronized SyncStatus status() {
        var now = System.nanoTime();
        var known = seen;
        if (known == null || now - seenAt > GOOD_FOR.toNanos()) {
            known = overview.now();
            seen = known;
            seenAt = now;
        }
        return known;
    }

    private double ageOfOldest(SyncStatus status) {
        var oldest = status.oldest();
        return oldest == null ? 0 : Duration.between(oldest, clock.instant()).toMillis() / 1e3;
    }

    private static double number(@Nullable Double value) {
        return value == null ? Double.NaN : value;
    }
}
