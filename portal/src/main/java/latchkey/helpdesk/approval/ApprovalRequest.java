package latchkey.helpdesk.approval;

import java.time.Instant;
import java.util.UUID;
import latchkey.directory.CustomerId;
import org.jspecify.annotations.Nullable;

/**
 * A question to a second person.
 *
 * @param id its key
 * @param exact the one action it is about
 * @param action the action's name
 * @param customer to whom it would be done
 * @param caseId under which case
 * @param requester key of the agent who asks
 * @param requesterName the agent, for people to read
 * @param reason why, as the case says
 * @param state where it stands
 * @param askedAt since when
 * @param expiresAt until when it can be given and used
 * @param decidedName who decided, null while nobody has
 */
public record ApprovalRequest(
        UUID id,
        ExactAction exact,
        String action,
        CustomerId customer,
        UUID caseId,
        String requester,
        String requesterName,
        String reason,
        State state,
        Instant askedAt,
        Instant expiresAt,
        @Nullable String decidedName) {

    /** Where a request stands. */
    public enum State {
        ASKED,
        GIVEN,
        DENIED,
        EXPIRED,
        USED
    }
}
