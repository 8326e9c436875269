package latchkey.helpdesk.escalation;

import java.time.Instant;
import java.util.UUID;
import latchkey.directory.CustomerId;
import org.jspecify.annotations.Nullable;

/**
 * Something that a supervisor must look at.
 *
 * @param id its key
 * @param cause why
 * @param deed what it is about
 * @param openedAt since when it waits
 * @param state where it stands
 * @param takenBy the supervisor who works on it, for people to read; null while nobody does
 * @param outcome how it ended, null while it is open
 */
public record Escalation(
        UUID id,
        Cause cause,
        Deed deed,
        Instant openedAt,
        State state,
        @Nullable String takenBy,
        @Nullable Outcome outcome) {

    public boolean isOpen() {
        return state != State.CLOSED;
    }

    /** Why something is escalated. */
    public enum Cause {
        /** The customer says that an action was not asked for by them. */
        NOT_ME
    }

    /** Where an escalation stands. */
    public enum State {
        OPEN,
        TAKEN,
        CLOSED
    }

    /** What a supervisor found. */
    public enum Outcome {
        MISUSE,
        MISUNDERSTANDING,
        UNCLEAR
    }

    /**
     * The action that an escalation is about.
     *
     * @param entry its announcement in the trail
     * @param customer to whom it was done
     * @param action its name
     * @param agent key of the agent who did it
     * @param agentName the agent, for people to read
     * @param caseId the case it happened under
     * @param at when
     */
    public record Deed(
            UUID entry, CustomerId customer, String action, String agent, String agentName, UUID caseId, Instant at) {}
}
