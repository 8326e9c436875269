package latchkey.helpdesk.action;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import latchkey.directory.CustomerId;
import latchkey.helpdesk.cases.Case;
import latchkey.helpdesk.verification.AddressChoice;
import latchkey.helpdesk.verification.SignInWay;
import latchkey.helpdesk.verification.Verification;
import latchkey.helpdesk.verification.Way;
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
 * @param contradictions what speaks against believing the caller, and what we cannot know
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
        List<CoolingLine> cooling,
        List<Contradiction> contradictions) {

    /** The same with other ways to prove who is calling. */
    ActionView withWays(List<Way> ways) {
        return new ActionView(
                action,
                at,
                customer,
                displayName,
                directoryName,
                under,
                reasons,
                seen,
                proof.withWays(ways),
                approvalNeeded,
                cooling,
                contradictions);
    }

    /** What there is to think of before believing the caller. */
    public List<Contradiction> doubts() {
        return contradictions.stream().filter(Contradiction::known).toList();
    }

    /** What we cannot know. */
    public List<Contradiction> unknowns() {
        return contradictions.stream().filter(one -> !one.known()).toList();
    }

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
     * @param ringing the call-back to make, null when there is none
     * @param signIn how the caller signs in to be shown a code; null when they cannot
     * @param vouching whether supervisors can be asked to vouch for the caller
     * @param vouchingWaits until when they are being asked, null while they are not
     * @param assurance how sure it makes us, such as {@code one-address}; null while there is none
     * @param missing what more some of the changes would ask for
     * @param ways how the caller can prove who they are, the impossible ways too
     */
    public record Proof(
            boolean needed,
            @Nullable Instant provenUntil,
            long minutesLeft,
            @Nullable UUID waitingFor,
            @Nullable String sentTo,
            int triesLeft,
            @Nullable Verification ringing,
            @Nullable SignInWay signIn,
            boolean vouching,
            @Nullable Instant vouchingWaits,
            @Nullable String assurance,
            List<ProofLine> missing,
            List<Way> ways) {

        Proof withWays(List<Way> others) {
            return new Proof(
                    needed,
                    provenUntil,
                    minutesLeft,
                    waitingFor,
                    sentTo,
                    triesLeft,
                    ringing,
                    signIn,
                    vouching,
                    vouchingWaits,
                    assurance,
                    missing,
                    others);
        }

        /** The e-mail addresses on file. */
        public List<AddressChoice> addresses() {
            return ways.stream()
                    .filter(Way::isByMail)
                    .flatMap(way -> way.choices().stream())
                    .toList();
        }

        /** The place to begin with: the first to which something can go now; null when there is none. */
        public @Nullable String usable() {
            return ways.stream()
                    .filter(Way::isOpen)
                    .flatMap(way -> way.choices().stream())
                    .filter(choice -> choice.waitsUntil() == null)
                    .map(AddressChoice::handle)
                    .findFirst()
                    .orElse(null);
        }

        /** Whether one of the ways is to ring back. */
        public boolean isCallable() {
            return ways.stream().anyMatch(way -> way.isByCall() && way.isOpen());
        }

        /** Whether the page offers ways: as long as nothing is proved all of them, then those that add something. */
        public boolean isOffered() {
            return provenUntil == null ? !isWithoutPlace() : isMoreOpen();
        }

        /** Whether there is something to send; before the first proof a place that still waits says so by a refusal. */
        public boolean isSendable() {
            return provenUntil == null || usable() != null;
        }

        /** Whether there is a way that would add to what is proved. */
        public boolean isMorePossible() {
            return isMoreOpen() || isSignInOpen();
        }

        /** Whether the caller can sign in to be shown a code that adds something. */
        public boolean isSignInOpen() {
            return signIn != null && !signIn.gone();
        }

        private boolean isMoreOpen() {
            return ways.stream().anyMatch(way -> way.isOpen() || (way.more() && !way.gone()));
        }

        /** Whether the page offers to ask a supervisor. */
        public boolean isVouchingOpen() {
            return vouching && provenUntil == null;
        }

        /** Whether there is no way at all for the caller to prove it. */
        public boolean isNowhere() {
            return isWithoutPlace() && signIn == null;
        }

        private boolean isWithoutPlace() {
            return ways.stream().allMatch(way -> way.choices().isEmpty() && !way.more());
        }
    }
}
