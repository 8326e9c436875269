package latchkey.helpdesk.action;

import java.util.function.Function;
import latchkey.access.Agent;
import latchkey.directory.Customer;
import latchkey.directory.CustomerId;
import latchkey.helpdesk.cases.Case;
import latchkey.testing.HelpDesk;
import org.jspecify.annotations.Nullable;

/**
 * An action with something an agent may ask of it.
 *
 * @param action the action
 * @param command what is asked, for a customer as they are
 */
public record Sample<C>(Action<C> action, Function<Customer, C> command) {

    /** Everything right: the form was opened for this customer under this case and shows what is there. */
    public Submission<C> submission(HelpDesk desk, Agent agent, CustomerId customer, @Nullable Case under) {
        var now = desk.directory().byId(customer).orElseThrow();
        return new Submission<>(
                agent,
                customer,
                customer,
                under == null ? null : under.id(),
                null,
                Seen.fingerprint(action, now),
                null,
                command.apply(now));
    }

    public Result carryOut(HelpDesk desk, Submission<C> submission) {
        return desk.bean(ActionOrder.class).carryOut(action, submission);
    }

    @Override
    public String toString() {
        return action.name();
    }
}
