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
    private final boolean isProtected;
    private final long turn;

    Attempt(Agent agent, Looking.Look seen, long turn, Case under, C command, Plan plan) {
        this.agent = agent;
        this.turn = turn;
        this.directory = seen.directory();
        this.customer = seen.customer();
        this.isProtected = seen.needsApproval();
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

    /** Whether the settings let nobody act on the customer alone. */
    boolean isProtected() {
        return isProtected;
    }

    /** Which turn it was when the customer was looked at. */
    long turn() {
        return turn;
    }

    public C command() {
        return command;
    }

    public Plan plan() {
        return plan;
    }
}
