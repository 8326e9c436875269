package latchkey.helpdesk.action;

import latchkey.directory.Customer;

/**
 * What an action would exactly do, for the agent to confirm.
 *
 * @param customer as the directory shows them now
 * @param plan what would be there before and after
 * @param exact the exact action, to be sent back as its confirmation
 */
public record Preview(Customer customer, Plan plan, String exact) {}
