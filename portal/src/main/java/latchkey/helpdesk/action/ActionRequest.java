package latchkey.helpdesk.action;

import java.util.Map;
import java.util.UUID;
import latchkey.access.Agent;
import latchkey.api.Problem;
import latchkey.api.ProblemException;
import latchkey.helpdesk.cases.Cases;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What every request of an endpoint for an action carries, made into a submission. */
@Component
public class ActionRequest {

    private final Cases cases;

    ActionRequest(Cases cases) {
        this.cases = cases;
    }

    /**
     * The submission under a case, for the case's customer.
     *
     * @param customer whom the program means, {@code directory/id}; must be the case's
     * @throws ProblemException {@code CASE_NOT_FOUND} when the agent has no such case; {@code MALFORMED_REQUEST} when
     *     the customer is missing
     */
    public <C> Submission<C> submission(
            Agent agent,
            UUID caseId,
            @Nullable String customer,
            @Nullable String seen,
            @Nullable String confirmed,
            C command) {
        var under = cases.of(agent, caseId);
        var meant = CustomerAddress.parsed(customer)
                .orElseThrow(() -> new ProblemException(Problem.MALFORMED_REQUEST, Map.of("where", "customer")));
        return new Submission<>(agent, under.customer(), meant, caseId, null, seen, confirmed, command);
    }
}
