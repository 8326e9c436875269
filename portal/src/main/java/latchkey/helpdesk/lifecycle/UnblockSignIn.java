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
import latchkey.helpdesk.action.Plan;
import latchkey.helpdesk.action.VerifiedAction;
import latchkey.helpdesk.approval.Leave;
import latchkey.helpdesk.verification.VerifiedCaller;
import org.springframework.stereotype.Component;

/** Opens sign-in again, for a caller who has proved who they are. */
@Component
class UnblockSignIn implements VerifiedAction<Because> {

    static final String NAME = "unblock-sign-in";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Permission permission() {
        return Permission.UNBLOCK_SIGN_IN;
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
        return Set.of(Effect.UNBLOCKED);
    }

    @Override
    public Plan plan(Directory directory, Customer customer, Because because) {
        var why = because.words();
        if (customer.enabled() == true) {
            throw new ProblemException(Problem.NOTHING_CHANGED);
        }
        return Plan.of("signIn", SignIn.words(false), SignIn.words(true), new Expected.OfSignIn(true), why);
    }

    @Override
    public Receipt act(Attempt<Because> attempt, VerifiedCaller caller, Leave leave, AuditedChange announced) {
        return attempt.directory().signIns().unblock(attempt.customer().id(), announced);
    }
}
