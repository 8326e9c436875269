package latchkey.helpdesk.policy;

import java.time.LocalDateTime;
import java.util.Map;
import java.util.Set;

/**
 * Somebody would do something to some customer.
 *
 * @param roles names of the agent's roles
 * @param action the action's name
 * @param directory the customer's directory
 * @param attributes the customer's attributes by short name
 * @param enabled whether the customer may sign in
 * @param reason of the case, empty while there is none
 * @param ticket of the case, empty when it has none
 * @param at when, by the help desk's clock
 */
public record Question(
        Set<String> roles,
        String action,
        String directory,
        Map<String, String> attributes,
        boolean enabled,
        String reason,
        String ticket,
        LocalDateTime at) {}
