package latchkey.helpdesk.action;

import latchkey.directory.Customer;
import latchkey.directory.Directory;

/** An action laid out: the customer as they are, and what the agent needs to see. */
public record Laid(Directory directory, Customer customer, ActionView view) {}
