package latchkey.audit;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which entries of the trail are asked for; what is null does not matter.
 *
 * @param subject about this customer
 * @param actor by the actor with this stable key
 * @param action with this action's name
 * @param caseId under this case
 * @param from committed at this moment or later
 * @param until committed before this moment
 * @param before with a smaller sequence than this, for the next page
 * @param limit how many at most, 1 to 200
 */
public record AuditQuestion(
        @Nullable Subject subject,
        @Nullable String actor,
        @Nullable String action,
        @Nullable UUID caseId,
        @Nullable Instant from,
        @Nullable Instant until,
        @Nullable Long before,
        int limit) {

    private static final int LONGEST = 200;

    public AuditQuestion {
        if (limit < 1 || limit > LONGEST) {
            throw new IllegalArgumentException("a page of the trail has 1 to " + LONGEST + " entries, not " + limit);
        }
    }

    /** The latest entries, whoever they are about. */
    public static AuditQuestion latest(int limit) {
        return new AuditQuestion(null, null, null, null, null, null, null, limit);
    }

    public AuditQuestion about(Subject customer) {
        return new AuditQuestion(customer, actor, action, caseId, from, until, before, limit);
    }

    public AuditQuestion named(String name) {
        return new AuditQuestion(subject, actor, name, caseId, from, until, before, limit);
    }
}
