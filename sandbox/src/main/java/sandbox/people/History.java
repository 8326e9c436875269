package sandbox.people;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import sandbox.state.Restorable;

/** Every change that was applied to users and contacts, in the order in which it was applied. */
@Component
public class History implements Restorable {

    private final AtomicLong count = new AtomicLong();
    private final Map<String, List<Version>> versions = new ConcurrentHashMap<>();

    /**
     * One applied change.
     *
     * @param at in real time
     * @param by who made it: the name of an application or person
     */
    public record Version(long seq, Instant at, String by, Map<String, Change> changes) {}

    /** A value before and after. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Change(@Nullable Object before, @Nullable Object after) {}

    /** The changes of a user or contact, oldest first; what was seeded is no change. */
    public List<Version> of(String id) {
        return List.copyOf(versions.getOrDefault(id, List.of()));
    }

    /** To be called under the lock of the store, so that numbers and order of application agree. */
    void record(String id, String by, Map<String, Change> changes) {
        versions.computeIfAbsent(id, any -> new CopyOnWriteArrayList<>())
                .add(new Version(count.incrementAndGet(), Instant.now(), by, changes));
    }

    /** The history tells what happened; putting a state back does not unmake that. */
    @Override
    public Runnable remember() {
        return () -> {};
    }

    @Override
    public void reset() {
        versions.clear();
    }
}
