package latchkey.helpdesk.action;

import java.util.Map;
import java.util.Optional;
import latchkey.access.Agent;
import latchkey.api.Problem;
import latchkey.api.ProblemException;
import latchkey.directory.Customer;
import latchkey.directory.CustomerId;
import latchkey.directory.Directories;
import latchkey.directory.Directory;
import latchkey.helpdesk.population.Populations;
import latchkey.helpdesk.protection.Protection;
import latchkey.helpdesk.protection.Protections;
import org.springframework.stereotype.Component;

/** Looks at the customer an action is for: the one the form was opened for, one this agent sees, not one they may not act on. */
@Component
class Looking {

    private final Directories directories;
    private final Populations populations;
    private final Protections protections;

    Looking(Directories directories, Populations populations, Protections protections) {
        this.directories = directories;
        this.populations = populations;
        this.protections = protections;
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
        var customer = populations
                .find(agent, directory, id)
                .orElseThrow(() -> new ProblemException(Problem.CUSTOMER_NOT_FOUND));
        var protection = protections.of(agent, directory, customer);
        if (protection.filter(Protection::isRefused).isPresent()) {
            throw refusal(protection.get());
        }
        return new Look(directory, customer, protection);
    }

    static ProblemException refusal(Protection protection) {
        return new ProblemException(
                Problem.PROTECTED_CUSTOMER, Map.of("kind", protection.kind().code()));
    }

    private Directory directory(CustomerId id) {
        return directories
                .forAgents(id.directory())
                .orElseThrow(() -> new ProblemException(Problem.DIRECTORY_NOT_FOUND));
    }

    /**
     * A customer in their directory at one moment.
     *
     * @param protection what lets nobody act on them alone; empty when nothing does
     */
    record Look(Directory directory, Customer customer, Optional<Protection> protection) {

        boolean needsApproval() {
            return protection.isPresent();
        }
    }
}
