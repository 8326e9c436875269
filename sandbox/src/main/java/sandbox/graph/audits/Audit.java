package sandbox.graph.audits;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the directory's log (facts §7.1 and §7.2).
 *
 * @param service which part of the directory wrote it: Core Directory, or B2C
 * @param result success or failure
 * @param application display name of the application that made the change, or that was signed in to
 * @param appId null where the log leaves it empty
 * @param userId of the user it was made to
 * @param details keys and values beside the properties
 */
public record Audit(
        String id,
        Instant at,
        String service,
        String category,
        String activity,
        String operationType,
        String result,
        String resultReason,
        String correlationId,
        String application,
        @Nullable String appId,
        String servicePrincipalId,
        String userId,
        @Nullable String userPrincipalName,
        List<Modified> modified,
        List<Map.Entry<String, String>> details) {

    /** A property and its values, each a JSON document in a string. */
    public record Modified(
            String name,
            @Nullable String oldValue,
            @Nullable String newValue) {}
}
