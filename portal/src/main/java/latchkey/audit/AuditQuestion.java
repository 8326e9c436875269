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
 * @param looks whether those who only looked are asked for too
 * @param except without those of this name
 */
public record AuditQuestion(
        @Nullable Subject subject,
        @Nullable String actor,
        @Nullable String action,
        @Nullable UUID caseId,
        @Nullable Instant from,
        @Nullable Instant until,
        @Nullable Long before,
        int limit,
        boolean looks,
        @Nullable String except) {

    private static final int LONGEST = 200;

    public AuditQuestion {
        if (limit < 1 || limit > LONGEST) {
            throw new IllegalArgumentException("a page of the trail has 1 to " + LONGEST + " entries, not " + limit);
        }
    }

    /** A question about what was done, not about who looked. */
    public AuditQuestion(
            @Nullable Subject subject,
            @Nullable String actor,
            @Nullable String action,
            @Nullable UUID caseId,
            @Nullable Instant from,
            @Nullable Instant until,
            @Nullable Long before,
            int limit) {
        this(subject, actor, action, caseId, from, until, before, limit, false, null);
    }

    /** The latest entries, whoever they are about. */
    public static AuditQuestion latest(int limit) {
        return new AuditQuestion(null, null, null, null, null, null, null, limit);
    }

    public AuditQuestion about(Subject customer) {
        return new AuditQuestion(customer, actor, action, caseId, from, until, before, limit, looks, except);
    }

    public AuditQuestion named(String name) {
        return new AuditQuestion(subject, actor, name, caseId, from, until, before, limit, looks, except);
    }

    public AuditQuestion without(String name) {
        return new AuditQuestion(subject, actor, action, caseId, from, until, before, limit, looks, name);
    }

    public AuditQuestion withLooks() {
        return new AuditQuestion(subject, actor, action, caseId, from, until, before, limit, true, except);
    }
}
