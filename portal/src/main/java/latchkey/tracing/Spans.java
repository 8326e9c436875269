package latchkey.tracing;

import io.micrometer.context.ContextSnapshotFactory;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import java.util.function.Supplier;

/** Where the steps of a piece of work are told of, so that one trace shows them together; nowhere when nothing is traced. */
public final class Spans {

    /** Names of observations that are for traces alone begin so; meters leave them out. */
    static final String PREFIX = "latchkey.span.";

    private static final ContextSnapshotFactory CONTEXT =
            ContextSnapshotFactory.builder().build();

    private final ObservationRegistry registry;

    Spans(ObservationRegistry registry) {
        this.registry = registry;
    }

    /** For parts that run without a trace. */
    public static Spans none() {
        return new Spans(ObservationRegistry.NOOP);
    }

    /**
     * A step that is not begun yet.
     *
     * @param kind what sort of step it is, such as {@code graph}; one word
     * @param name what a trace shows; never with personal data
     */
    public Observation step(String kind, String name) {
        return Observation.createNotStarted(PREFIX + kind, registry).contextualName(name);
    }

    /** The same work, in the trace of the thread that asks for it when another thread does it. */
    public <T> Supplier<T> carried(Supplier<T> work) {
        return registry.isNoop() ? work : carriedOn(work);
    }

    private static <T> Supplier<T> carriedOn(Supplier<T> work) {
        var here = CONTEXT.captureAll();
        return () -> {
            var there = here.setThreadLocals();
            try {
                return work.get();
            } finally {
                there.close();
            }
        };
    }
}
