package latchkey.helpdesk.customer;

import java.util.Locale;
import java.util.function.Supplier;
import latchkey.access.Agent;
import latchkey.directory.Customer;
import latchkey.directory.CustomerId;
import latchkey.directory.Directory;

/**
 * One agent looking at one customer; the customer is being fetched while panels and actions are asked.
 *
 * <p>Ask {@link #customer} late and only when needed: it waits for the directory.
 */
public final class Viewing {

    private final Agent agent;
    private final Directory directory;
    private final CustomerId customerId;
    private final Locale locale;
    private final Supplier<Customer> customer;

    Viewing(Agent agent, Directory directory, CustomerId customerId, Locale locale, Supplier<Customer> customer) {
        this.agent = agent;
        this.directory = directory;
        this.customerId = customerId;
        this.locale = locale;
        this.customer = customer;
    }

    /** A view of a customer already at hand. */
    public static Viewing of(Agent agent, Directory directory, Customer customer, Locale locale) {
        return new Viewing(agent, directory, customer.id(), locale, () -> customer);
    }

    public Agent agent() {
        return agent;
    }

    public Directory directory() {
        return directory;
    }

    public CustomerId customerId() {
        return customerId;
    }

    public Locale locale() {
        return locale;
    }

    /**
     * The customer as the directory shows them; waits until it has answered.
     *
     * @throws latchkey.directory.DirectoryFailure when the directory did not answer
     * @throws latchkey.api.ProblemException when there is no such customer
     */
    public Customer customer() {
        return customer.get();
    }
}
