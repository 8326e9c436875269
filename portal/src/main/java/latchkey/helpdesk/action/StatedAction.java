package latchkey.helpdesk.action;

import java.util.List;
import latchkey.access.Permission;

/**
 * What stands before an action, whoever does it to whom.
 *
 * @param name the action's name
 * @param permission what permits it
 * @param effects what of an account it changes at most
 * @param proof how the caller must have proved who they are: {@code nothing}, {@code one}, {@code two-or-approval} or {@code
 *     two}, for the strongest of the effects
 * @param secondPerson whether the settings want a second person each time
 * @param freshSignIn whether the agent must have signed in a short while ago
 * @param forProtected whether it is done at all to customers who are protected
 */
public record StatedAction(
        String name,
        Permission permission,
        List<String> effects,
        String proof,
        boolean secondPerson,
        boolean freshSignIn,
        boolean forProtected) {}
