package latchkey.oversight;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import latchkey.audit.Actor;
import latchkey.audit.AuditEntry;
import latchkey.audit.Outcome;
import latchkey.audit.Subject;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the trail as programs read it.
 *
 * @param sequence its place in the chain
 * @param id also the correlation id that the directory was given
 * @param at when it was committed
 * @param actor who
 * @param action what
 * @param customer about whom
 * @param caseId under which case
 * @param ticket of which other system
 * @param reason why, in the agent's words
 * @param facts values that are not personal
 * @param personal values about the customer
 * @param erased whether the personal values were erased for good
 * @param refusal why it was refused
 * @param outcome how it ended
 */
record EntryAnswer(
        long sequence,
        UUID id,
        Instant at,
        Who actor,
        String action,
        @Nullable Subject customer,
        @Nullable UUID caseId,
        @Nullable String ticket,
        @Nullable String reason,
        Map<String, String> facts,
        Map<String, String> personal,
        boolean erased,
        @Nullable String refusal,
        @Nullable Ending outcome) {

    /** Who acted. */
    record Who(Actor.Kind kind, String id, String name, Set<String> roles) {}

    /** How an announced change ended; {@code requestId} is the directory's own. */
    record Ending(
            Outcome.Result result,
            @Nullable String code,
            @Nullable String requestId,
            @Nullable Instant at,
            Map<String, String> facts) {}

    static EntryAnswer of(AuditEntry entry) {
        var said = entry.announcement();
        var actor = said.actor();
        return new EntryAnswer(
                entry.sequence(),
                entry.id(),
                entry.at(),
                new Who(actor.kind(), actor.id(), actor.name(), actor.roles()),
                said.action(),
                said.subject(),
                said.caseId(),
                said.ticket(),
                said.reason(),
                said.facts(),
                said.personal(),
                entry.erased(),
                entry.code(),
                ending(entry));
    }

    private static @Nullable Ending ending(AuditEntry entry) {
        var outcome = entry.outcome();
        return outcome == null
                ? null
                : new Ending(outcome.result(), outcome.code(), outcome.requestId(), entry.endedAt(), outcome.facts());
    }
}
