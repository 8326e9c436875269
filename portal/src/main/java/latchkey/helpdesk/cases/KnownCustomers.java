package latchkey.helpdesk.cases;

import latchkey.access.Agent;
import latchkey.api.Problem;
import latchkey.api.ProblemException;
import latchkey.directory.CustomerId;
import latchkey.helpdesk.population.Populations;
import org.springframework.stereotype.Component;

/** Looks whether an agent sees a customer before a case is opened for them. */
@Component
class KnownCustomers {

    private final Populations populations;

    KnownCustomers(Populations populations) {
        this.populations = populations;
    }

    /**
     * The customer that an address names.
     *
     * @throws ProblemException {@code DIRECTORY_NOT_FOUND} or {@code CUSTOMER_NOT_FOUND}
     */
    CustomerId checked(Agent agent, String directory, String id) {
        return populations.customer(agent, named(directory, id)).id();
    }

    private static CustomerId named(String directory, String id) {
        try {
            return CustomerId.of(directory, id);
        } catch (IllegalArgumentException e) {
            throw new ProblemException(Problem.CUSTOMER_NOT_FOUND);
        }
    }
}
