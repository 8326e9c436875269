package latchkey.helpdesk.verification;

import java.time.Instant;
import java.util.UUID;
import latchkey.directory.CustomerId;
import org.jspecify.annotations.Nullable;

/**
 * One attempt to prove who the caller is.
 *
 * @param id its key
 * @param caseId the case it belongs to
 * @param customer whom the caller claims to be
 * @param agent key of the agent
 * @param method how they prove it
 * @param channel the way by which that proof comes
 * @param sentTo the masked address
 * @param triesLeft how often a code may still be wrong
 * @param state where it stands
 * @param expiresAt until when the code counts
 * @param provenUntil until when the proof counts, null while there is none
 * @param vouchedBy key of the supervisor whose word it is, null where the caller proved it
 */
public record Verification(
        UUID id,
        UUID caseId,
        CustomerId customer,
        String agent,
        String method,
        Channel channel,
        String sentTo,
        int triesLeft,
        State state,
        Instant expiresAt,
        @Nullable Instant provenUntil,
        @Nullable String vouchedBy) {

    /** Where a verification stands. */
    public enum State {
        /** A code is on its way. */
        SENT,
        /** The agent is to ring back. */
        RINGING,
        PROVEN,
        NOT_REACHED,
        SOMEBODY_ELSE,
        SUPERSEDED
    }

    public boolean isProven() {
        return state == State.PROVEN;
    }

    Worth worth() {
        return switch (method) {
            case CallBack.ID -> Worth.STATED;
            case Overrides.METHOD -> Worth.VOUCHED;
            default -> Worth.SHOWN;
        };
    }
}
