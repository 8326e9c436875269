package latchkey.helpdesk.cases;

import latchkey.api.Problem;
import latchkey.api.ProblemException;
import latchkey.directory.CustomerId;
import latchkey.directory.Directories;
import org.springframework.stereotype.Component;

/** Looks whether a customer exists before a case is opened for them. */
@Component
class KnownCustomers {

    private final Directories directories;

    KnownCustomers(Directories directories) {
        this.directories = directories;
    }

    /**
     * The customer that an address names.
     *
     * @throws ProblemException {@code DIRECTORY_NOT_FOUND} or {@code CUSTOMER_NOT_FOUND}
     */
    CustomerId checked(String directory, String id) {
        var customer = named(directory, id);
        var found = directories
                .forAgents(customer.directory())
                .orElseThrow(() -> new ProblemException(Problem.DIRECTORY_NOT_FOUND))
                .customers()
                .byId(customer);
        if (found.isEmpty()) {
            throw new ProblemException(Problem.CUSTOMER_NOT_FOUND);
        }
        return customer;
    }

    private static CustomerId named(String directory, String id) {
        try {
            return CustomerId.of(directory, id);
        } catch (IllegalArgumentException e) {
            throw new ProblemException(Problem.CUSTOMER_NOT_FOUND);
        }
    }
}
