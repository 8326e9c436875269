package sandbox.graph.audits;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the directory's log (facts §7.1).
 *
 * @param application display name of the application that made the change
 * @param userId of the user it was made to
 */
public record Audit(
        String id,
        Instant at,
        String category,
        String activity,
        String operationType,
        String correlationId,
        String application,
        String servicePrincipalId,
        String userId,
        @Nullable String userPrincipalName,
        List<Modified> modified) {

    /** A property and its values, each a JSON document in a string. */
    public record Modified(
            String name,
            @Nullable String oldValue,
            @Nullable String newValue) {}
}
