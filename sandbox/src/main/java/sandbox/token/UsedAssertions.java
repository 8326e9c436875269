package sandbox.token;

import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import sandbox.state.Restorable;

/** The ids of assertions that were taken and have not ended: RFC 7523 §3 lets a server refuse to see one twice. */
@Component
class UsedAssertions implements Restorable {

    private final Map<String, Instant> endings = new ConcurrentHashMap<>();

    /** Whether the application used this id for the first time. */
    boolean isNew(String appId, String assertionId, Instant endsAt, Instant now) {
        endings.values().removeIf(now::isAfter);
        return endings.putIfAbsent(appId + " " + assertionId, endsAt) == null;
    }

    @Override
    public Runnable remember() {
        var then = Map.copyOf(endings);
        return () -> {
            endings.clear();
            endings.putAll(then);
        };
    }

    @Override
    public void reset() {
        endings.clear();
    }
}
