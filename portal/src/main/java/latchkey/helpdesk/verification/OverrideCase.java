package latchkey.helpdesk.verification;

import java.time.Instant;
import java.util.UUID;
import latchkey.directory.CustomerId;
import org.jspecify.annotations.Nullable;

/**
 * One override: what an agent asked for under a case, what a supervisor gave, and what another found.
 *
 * @param id its key
 * @param caseId the one case it is for
 * @param customer the one customer it is about
 * @param asked by whom and why
 * @param state where it stands
 * @param given by whom and why, null while nobody has
 * @param countsUntil until when it counts, null while nobody gave it
 * @param reviewed by whom and in which words, null while nobody has
 * @param finding what they found
 */
record OverrideCase(
        UUID id,
        UUID caseId,
        CustomerId customer,
        Word asked,
        State state,
        @Nullable Word given,
        @Nullable Instant countsUntil,
        @Nullable Word reviewed,
        @Nullable Finding finding) {

    /** Where an override stands. */
    enum State {
        ASKED,
        /** Nobody answered in time, and it was asked for again. */
        LAPSED,
        GIVEN,
        REVIEWED
    }

    /** What another supervisor found. */
    enum Finding {
        JUSTIFIED,
        NOT_JUSTIFIED
    }

    /**
     * What somebody wrote.
     *
     * @param by key of the account
     * @param person what names the human behind it; empty where nobody asks
     * @param name for people to read
     */
    record Word(String by, String person, String name, String because, Instant at) {}

    boolean isAsked() {
        return state == State.ASKED;
    }

    boolean isGiven() {
        return state == State.GIVEN;
    }
}
