package latchkey.helpdesk.action;

import latchkey.access.Agent;
import latchkey.api.Problem;
import latchkey.api.ProblemException;
import latchkey.directory.Customer;
import latchkey.directory.CustomerId;
import latchkey.directory.Directories;
import latchkey.directory.Directory;
import org.springframework.stereotype.Component;

/** Looks at the customer an action is for: the one the form was opened for, one this agent may see, not a protected one. */
@Component
class Looking {

    private final Directories directories;
    private final Population population;

    Looking(Directories directories, Population population) {
        this.directories = directories;
        this.population = population;
    }

    /** The customer and their directory, as they are now. */
    Look look(Submission<?> submission) {
        if (!submission.customer().equals(submission.openedFor())) {
            throw new ProblemException(Problem.WRONG_CUSTOMER);
        }
        return look(submission.agent(), submission.customer());
    }

    Look look(Agent agent, CustomerId id) {
        var directory = directory(id);
        var customer = directory
                .customers()
                .byId(id)
                .filter(found -> population.includes(agent, found))
                .orElseThrow(() -> new ProblemException(Problem.CUSTOMER_NOT_FOUND));
        if (directory.customers().holdsDirectoryRole(id)) {
            throw new ProblemException(Problem.PROTECTED_CUSTOMER);
        }
        return new Look(directory, customer);
    }

    private Directory directory(CustomerId id) {
        return directories
                .forAgents(id.directory())
                .orElseThrow(() -> new ProblemException(Problem.DIRECTORY_NOT_FOUND));
    }

    /** A customer in their directory at one moment. */
    record Look(Directory directory, Customer customer) {}
}
