package latchkey.audit;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How an announced change ended.
 *
 * @param result done, failed, or unknown when the answer was lost
 * @param code what went wrong, from the catalogue of problems; null when done
 * @param requestId the directory's own id of the request, for its support
 * @param facts further values that are not personal
 */
public record Outcome(
        Result result, @Nullable String code, @Nullable String requestId, Map<String, String> facts) {

    /** The ways an announced change can end. */
    public enum Result {
        DONE,
        FAILED,
        UNKNOWN
    }

    public Outcome {
        facts = Map.copyOf(facts);
    }

    public static Outcome done(@Nullable String requestId) {
        return new Outcome(Result.DONE, null, requestId, Map.of());
    }

    public static Outcome failed(String code, @Nullable String requestId) {
        return new Outcome(Result.FAILED, code, requestId, Map.of());
    }

    public static Outcome unknown(String code, @Nullable String requestId) {
        return new Outcome(Result.UNKNOWN, code, requestId, Map.of());
    }
}
