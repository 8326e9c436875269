package latchkey.helpdesk.action;

import latchkey.access.Agent;
import latchkey.directory.Customer;

/** Which customers an agent may see; those outside are as good as unknown. */
interface Population {

    boolean includes(Agent agent, Customer customer);
}
