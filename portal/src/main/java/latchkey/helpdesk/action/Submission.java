package latchkey.helpdesk.action;

import java.util.Optional;
import java.util.UUID;
import latchkey.access.Agent;
import latchkey.directory.CustomerId;
import latchkey.helpdesk.cases.CaseOpening;
import org.jspecify.annotations.Nullable;

/**
 * What an agent hands in.
 *
 * @param agent who
 * @param customer to whom, as the address of the request says
 * @param openedFor to whom, as the form says that was opened for one customer
 * @param caseId the case that the form was opened under, null when there was none
 * @param opening what opens a case when there is none
 * @param seen fingerprint of the values the agent saw, by {@link Seen}
 * @param confirmed the exact action the agent confirmed, for actions confirmed in a second step
 * @param command what the agent asks for
 * @param <C> its type
 */
public record Submission<C>(
        Agent agent,
        CustomerId customer,
        CustomerId openedFor,
        @Nullable UUID caseId,
        @Nullable CaseOpening opening,
        @Nullable String seen,
        @Nullable String confirmed,
        C command) {

    Optional<String> confirmation() {
        return Optional.ofNullable(confirmed);
    }
}
