package latchkey.helpdesk.action;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import latchkey.directory.CustomerId;
import latchkey.helpdesk.cases.Case;
import latchkey.helpdesk.verification.AddressChoice;
import org.jspecify.annotations.Nullable;

/**
 * What an agent needs to see of an action before it is sent off.
 *
 * @param action its name
 * @param at address of the customer's page
 * @param customer whom the form is opened for
 * @param displayName the customer, for people to read
 * @param directoryName their directory, for people to read
 * @param under the case it will happen under, null when the form opens one
 * @param reasons what a case is opened with, as keys or words
 * @param seen fingerprint of what is shown
 * @param proof what is known of the caller
 * @param approvalNeeded whether a second person will be asked
 * @param cooling what an earlier change asks for, for a while
 */
public record ActionView(
        String action,
        String at,
        CustomerId customer,
        String displayName,
        String directoryName,
        @Nullable Case under,
        List<String> reasons,
        String seen,
        Proof proof,
        boolean approvalNeeded,
        List<CoolingLine> cooling) {

    /** Whether the agent can go on to the form, or must have the caller prove who they are first. */
    public boolean isReady() {
        return !proof.needed() || proof.provenUntil() != null;
    }

    /**
     * What is known of the caller.
     *
     * @param needed whether this action waits for proof
     * @param provenUntil until when the proof counts, null while there is none
     * @param minutesLeft the same in minutes, for people
     * @param waitingFor the code that was sent, null when none is on its way
     * @param sentTo where it was sent, masked
     * @param triesLeft how often it may still be wrong
     * @param addresses where a code can go
     */
    public record Proof(
            boolean needed,
            @Nullable Instant provenUntil,
            long minutesLeft,
            @Nullable UUID waitingFor,
            @Nullable String sentTo,
            int triesLeft,
            List<AddressChoice> addresses) {}
}
