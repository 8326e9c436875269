package latchkey.helpdesk.action;

import java.util.UUID;
import latchkey.access.Agent;
import latchkey.api.Problem;
import latchkey.api.ProblemException;
import latchkey.directory.CustomerId;
import latchkey.helpdesk.cases.CaseOpening;
import org.jspecify.annotations.Nullable;

/**
 * What every form of an action carries, as it comes from the browser.
 *
 * @param openedFor the customer it was opened for, {@code directory/id}
 * @param caseId the case it was opened under, empty when there was none
 * @param seen fingerprint of what it showed
 * @param reason why, for the case it may open
 * @param words the agent's own words, for the case it may open
 * @param ticket reference into another system, for the case it may open
 */
public record ActionForm(
        @Nullable String openedFor,
        @Nullable String caseId,
        @Nullable String seen,
        @Nullable String reason,
        @Nullable String words,
        @Nullable String ticket) {

    public <C> Submission<C> submission(Agent agent, CustomerId customer, @Nullable String confirmed, C command) {
        return new Submission<>(agent, customer, meant(), caseId(caseId), opening(), seen, confirmed, command);
    }

    /** What opens a case, null when the form does not say why. */
    @Nullable
    CaseOpening opening() {
        return reason == null ? null : new CaseOpening(reason, words, ticket);
    }

    /** A form without the customer it was opened for is as good as one opened for somebody else. */
    CustomerId meant() {
        return CustomerAddress.parsed(openedFor).orElseThrow(() -> new ProblemException(Problem.WRONG_CUSTOMER));
    }

    private static @Nullable UUID caseId(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw new ProblemException(Problem.CASE_NOT_FOUND);
        }
    }
}
