package latchkey.helpdesk.credentials;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import latchkey.access.Permission;
import latchkey.api.Problem;
import latchkey.api.ProblemException;
import latchkey.audit.AuditedChange;
import latchkey.directory.Customer;
import latchkey.directory.CustomerId;
import latchkey.directory.Directory;
import latchkey.directory.Receipt;
import latchkey.helpdesk.action.Attempt;
import latchkey.helpdesk.action.Effect;
import latchkey.helpdesk.action.Plan;
import latchkey.helpdesk.action.VerifiedAction;
import latchkey.helpdesk.approval.Leave;
import latchkey.helpdesk.limits.Limits;
import latchkey.helpdesk.verification.VerifiedCaller;
import latchkey.settings.Secret;
import org.springframework.stereotype.Component;

/** Sets a generated password, to be shown to the agent once; off unless the settings switch it on (ASVS 5.0 6.4.6). */
@Component
class ShowPassword implements VerifiedAction<Secret> {

    static final String NAME = "show-password";

    private final ResetSettings settings;
    private final Limits limits;

    ShowPassword(ResetSettings settings, Limits limits) {
        this.settings = settings;
        this.limits = limits;
    }

    @Override
    public String name() {
        return NAME;
    }

    /** Who knows such a password can sign in: nobody gets to know one of these. */
    @Override
    public boolean isForProtectedCustomers() {
        return false;
    }

    @Override
    public Permission permission() {
        return Permission.SHOW_GENERATED_PASSWORD;
    }

    @Override
    public Optional<Directory.CapabilityName> capability() {
        return Optional.of(Directory.CapabilityName.RESET_PASSWORD);
    }

    @Override
    public Map<String, String> shown(Customer customer) {
        return Map.of();
    }

    @Override
    public Set<Effect> effects() {
        return Set.of(Effect.PASSWORD);
    }

    @Override
    public Plan plan(Directory directory, Customer customer, Secret password) {
        requireSetting(customer.id());
        LocalSignIn.require(customer);
        return Plan.of(Map.of());
    }

    @Override
    public Receipt act(Attempt<Secret> attempt, VerifiedCaller caller, Leave leave, AuditedChange announced) {
        limits.reveal(attempt.agent(), attempt.customer().id());
        return attempt.directory().passwords().set(attempt.customer().id(), attempt.command(), announced);
    }

    /** {@code NOT_PERMITTED} where the settings do not switch it on. */
    void requireSetting(CustomerId customer) {
        if (!settings.of(customer).showGeneratedPassword()) {
            throw new ProblemException(Problem.NOT_PERMITTED);
        }
    }
}
