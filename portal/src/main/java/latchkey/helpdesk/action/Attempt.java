package latchkey.helpdesk.action;

import latchkey.access.Agent;
import latchkey.directory.Customer;
import latchkey.directory.Directory;
import latchkey.helpdesk.cases.Case;

/**
 * An action on its way, after everything that could refuse it has been asked; only {@link ActionOrder} makes it.
 *
 * @param <C> what the agent asks for
 */
public final class Attempt<C> {

    private final Agent agent;
    private final Directory directory;
    private final Customer customer;
    private final Case under;
    private final C command;
    private final Plan plan;

    Attempt(Agent agent, Directory directory, Customer customer, Case under, C command, Plan plan) {
        this.agent = agent;
        this.directory = directory;
        this.customer = customer;
        this.under = under;
        this.command = command;
        this.plan = plan;
    }

    public Agent agent() {
        return agent;
    }

    public Directory directory() {
        return directory;
    }

    /** The customer as the directory showed them a moment ago. */
    public Customer customer() {
        return customer;
    }

    public Case under() {
        return under;
    }

    public C command() {
        return command;
    }

    public Plan plan() {
        return plan;
    }
}
