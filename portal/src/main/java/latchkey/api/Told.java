package latchkey.api;

import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A problem as it will be told.
 *
 * @param problem which
 * @param members further values for people and programs; never personal data
 * @param retryAfter when trying again has a chance, where waiting helps
 */
public record Told(
        Problem problem,
        Map<String, Object> members,
        @Nullable Duration retryAfter) {

    public Told {
        members = Map.copyOf(members);
    }

    static Told of(Problem problem) {
        return new Told(problem, Map.of(), null);
    }

    static Told of(Problem problem, Map<String, Object> members) {
        return new Told(problem, members, null);
    }
}
