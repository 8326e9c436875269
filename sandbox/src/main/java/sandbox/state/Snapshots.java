package sandbox.state;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Remembered states of the whole sandbox. */
@Component
public class Snapshots {

    private final ObjectProvider<Restorable> parts;
    private final Map<String, List<Runnable>> remembered = new ConcurrentHashMap<>();
    private final AtomicInteger count = new AtomicInteger();

    Snapshots(ObjectProvider<Restorable> parts) {
        this.parts = parts;
    }

    /** The id under which the present state can be put back. */
    public String take() {
        var id = "snapshot-" + count.incrementAndGet();
        remembered.put(id, parts.orderedStream().map(Restorable::remember).toList());
        return id;
    }

    /** False when there is no snapshot with this id. */
    public boolean restore(String id) {
        var states = remembered.get(id);
        if (states == null) {
            return false;
        }
        states.forEach(Runnable::run);
        return true;
    }

    public void reset() {
        parts.orderedStream().forEach(Restorable::reset);
        remembered.clear();
    }
}
