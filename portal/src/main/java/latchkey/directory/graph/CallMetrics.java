package latchkey.directory.graph;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** Counts and times every call by operation and status. */
final class CallMetrics {

    private final MeterRegistry meters;
    private final Lane lane;
    private final Map<Labels, Timer> timers = new ConcurrentHashMap<>();

    CallMetrics(MeterRegistry meters, Lane lane) {
        this.meters = meters;
        this.lane = lane;
    }

    void answered(GraphCall call, int status, long nanos) {
        record(call, Integer.toString(status), nanos);
    }

    void lost(GraphCall call, long nanos) {
        record(call, "lost", nanos);
    }

    private void record(GraphCall call, String status, long nanos) {
        timers.computeIfAbsent(new Labels(call.operation(), status), this::timer)
                .record(nanos, TimeUnit.NANOSECONDS);
    }

    private Timer timer(Labels labels) {
        return Timer.builder("latchkey.directory.calls")
                .description("Calls to Microsoft Graph")
                .tags("lane", lane.tag(), "operation", labels.operation(), "status", labels.status())
                .register(meters);
    }

    private record Labels(String operation, String status) {}
}
