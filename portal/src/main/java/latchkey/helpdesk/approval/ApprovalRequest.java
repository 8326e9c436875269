package latchkey.helpdesk.approval;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
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
 * @param requester the agent who asks
 * @param reason why, as the case says
 * @param ticket reference into another system
 * @param grounds why somebody else must agree
 * @param hands keys of the agents who did what the rules speak of
 * @param state where it stands
 * @param askedAt since when
 * @param expiresAt until when it can be given and used
 * @param decision who decided and what they said, null while nobody has
 */
public record ApprovalRequest(
        UUID id,
        ExactAction exact,
        String action,
        CustomerId customer,
        UUID caseId,
        Requester requester,
        String reason,
        @Nullable String ticket,
        Set<Ground> grounds,
        Set<String> hands,
        State state,
        Instant askedAt,
        Instant expiresAt,
        @Nullable Decision decision) {

    public ApprovalRequest {
        grounds = Set.copyOf(grounds);
        hands = Set.copyOf(hands);
    }

    ApprovalRequest withWords(String why, @Nullable String because) {
        var decided = decision == null ? null : new Decision(decision.by(), decision.name(), because);
        return new ApprovalRequest(
                id, exact, action, customer, caseId, requester, why, ticket, grounds, hands, state, askedAt, expiresAt,
                decided);
    }

    boolean isOpen(Instant now) {
        return state == State.ASKED && expiresAt.isAfter(now);
    }

    Optional<String> givenBy() {
        return state == State.GIVEN && decision != null ? Optional.of(decision.by()) : Optional.empty();
    }

    /**
     * The agent who asks.
     *
     * @param key the account's key
     * @param person what names the human behind it
     * @param name for people to read
     */
    public record Requester(String key, String person, String name) {}

    /**
     * What a second person said.
     *
     * @param by their key
     * @param name for people to read
     * @param because why not, in their words; null when they gave none
     */
    public record Decision(String by, String name, @Nullable String because) {}

    /** Where a request stands. */
    public enum State {
        ASKED,
        GIVEN,
        DENIED,
        EXPIRED,
        USED
    }
}
