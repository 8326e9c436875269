package latchkey.helpdesk.lifecycle;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import latchkey.access.Permission;
import latchkey.api.Problem;
import latchkey.api.ProblemException;
import latchkey.audit.AuditedChange;
import latchkey.directory.Customer;
import latchkey.directory.Directory;
import latchkey.directory.Receipt;
import latchkey.helpdesk.action.Attempt;
import latchkey.helpdesk.action.Effect;
import latchkey.helpdesk.action.Expected;
import latchkey.helpdesk.action.OpenAction;
import latchkey.helpdesk.action.Plan;
import latchkey.helpdesk.approval.Leave;
import org.springframework.stereotype.Component;

/** Closes sign-in; it protects the customer, so it asks for no proof of who is calling. */
@Component
class BlockSignIn implements OpenAction<Because> {

    static final String NAME = "block-sign-in";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Permission permission() {
        return Permission.BLOCK_SIGN_IN;
    }

    @Override
    public Optional<Directory.CapabilityName> capability() {
        return Optional.of(Directory.CapabilityName.BLOCK_SIGN_IN);
    }

    @Override
    public Map<String, String> shown(Customer customer) {
        return Map.of("signIn", SignIn.words(customer.enabled()));
    }

    @Override
    public Set<Effect> effects() {
        return Set.of(Effect.BLOCKED);
    }

    @Override
    public Plan plan(Directory directory, Customer customer, Because because) {
        var why = because.words();
        if (customer.enabled() == false) {
            throw new ProblemException(Problem.NOTHING_CHANGED);
        }
        return Plan.of("signIn", SignIn.words(true), SignIn.words(false), new Expected.OfSignIn(false), why);
    }

    @Override
    public Receipt act(Attempt<Because> attempt, Leave leave, AuditedChange announced) {
        return attempt.directory().signIns().block(attempt.customer().id(), announced);
    }
}
