package latchkey.helpdesk.approval;

import latchkey.access.Agent;
import latchkey.directory.CustomerId;
import latchkey.directory.Directories;
import latchkey.helpdesk.population.Populations;
import latchkey.helpdesk.protection.Protection;
import latchkey.helpdesk.protection.Protections;
import org.springframework.stereotype.Component;

/** Keeps agents from saying yes to something about an account on which they may not act themselves. */
@Component
class OwnAccounts {

    private final Directories directories;
    private final Populations populations;
    private final Protections protections;

    OwnAccounts(Directories directories, Populations populations, Protections protections) {
        this.directories = directories;
        this.populations = populations;
        this.protections = protections;
    }

    /** Whether the customer, read now, is protected from the agent so that nobody's yes helps. */
    boolean isForbidden(Agent agent, CustomerId id) {
        var customer = populations.customer(agent, id);
        return directories
                .forAgents(id.directory())
                .flatMap(directory -> protections.known(agent, directory, customer))
                .filter(Protection::isRefused)
                .isPresent();
    }
}
