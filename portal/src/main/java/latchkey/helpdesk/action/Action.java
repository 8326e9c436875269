package latchkey.helpdesk.action;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import latchkey.access.Permission;
import latchkey.api.ProblemException;
import latchkey.directory.Customer;
import latchkey.directory.Directory;

/**
 * A thing an agent does to a customer; {@link ActionOrder} carries it out.
 *
 * @param <C> what the agent asks for
 */
public sealed interface Action<C> permits OpenAction, VerifiedAction {

    /** Its name in addresses, settings, messages and the trail, such as {@code block-sign-in}. */
    String name();

    Permission permission();

    /** What a directory must be able to do for it; empty when every directory can. */
    default Optional<Directory.CapabilityName> capability() {
        return Optional.empty();
    }

    /** Whether it can be done, with a second person's yes, to customers whom the settings protect. */
    default boolean isForProtectedCustomers() {
        return true;
    }

    /** The values an agent decides on; when one of them has changed since the form was opened, the form is stale. */
    Map<String, String> shown(Customer customer);

    /** What of the account it may change at most. */
    Set<Effect> effects();

    /** What of the account it would change by this plan. */
    default Set<Effect> effects(Plan plan) {
        return effects();
    }

    /**
     * What exactly would happen to this customer; looks, and changes nothing.
     *
     * @throws ProblemException when what the agent asks for cannot be done, such as {@code INVALID_ATTRIBUTE}
     */
    Plan plan(Directory directory, Customer customer, C command);
}
