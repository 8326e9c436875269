package latchkey.helpdesk.customer;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something our trail knows about a customer.
 *
 * @param id of the entry
 * @param at when it was announced or noted
 * @param actor who, for people to read
 * @param action the action's name, such as {@code block-sign-in}
 * @param ending how it ended
 * @param code of the problem when it was refused or failed
 * @param reason in the agent's words
 * @param ticket reference into another system
 * @param caseId the case it happened under
 * @param requestId the directory's id of the request
 * @param attributes the names of those that were changed
 */
record PastEvent(
        UUID id,
        Instant at,
        String actor,
        String action,
        Ending ending,
        @Nullable String code,
        @Nullable String reason,
        @Nullable String ticket,
        @Nullable UUID caseId,
        @Nullable String requestId,
        List<String> attributes) {

    /** The ways something ends. */
    enum Ending {
        DONE,
        REFUSED,
        FAILED,
        UNKNOWN,
        RUNNING
    }

    public boolean happened() {
        return ending == Ending.DONE;
    }
}
