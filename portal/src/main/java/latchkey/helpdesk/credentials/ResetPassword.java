package latchkey.helpdesk.credentials;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import latchkey.access.Permission;
import latchkey.api.Problem;
import latchkey.api.ProblemException;
import latchkey.audit.AuditedChange;
import latchkey.directory.Customer;
import latchkey.directory.Directory;
import latchkey.directory.Receipt;
import latchkey.helpdesk.action.Attempt;
import latchkey.helpdesk.action.Effect;
import latchkey.helpdesk.action.OpenAction;
import latchkey.helpdesk.action.Plan;
import latchkey.helpdesk.approval.Leave;
import latchkey.helpdesk.verification.AddressOnFile;
import latchkey.helpdesk.verification.AddressesOnFile;
import latchkey.helpdesk.verification.NewAddresses;
import org.springframework.stereotype.Component;

/**
 * Lets the customer choose a new password: by mail to an address on file, which only they read, so that the link is
 * the proof and the agent never knows the password.
 */
@Component
class ResetPassword implements OpenAction<ChosenAddress> {

    static final String NAME = "reset-password";

    private final AddressesOnFile addresses;
    private final NewAddresses newAddresses;
    private final ResetMails mails;
    private final ResetSettings settings;

    ResetPassword(AddressesOnFile addresses, NewAddresses newAddresses, ResetMails mails, ResetSettings settings) {
        this.addresses = addresses;
        this.newAddresses = newAddresses;
        this.mails = mails;
        this.settings = settings;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Permission permission() {
        return Permission.RESET_PASSWORD;
    }

    @Override
    public Optional<Directory.CapabilityName> capability() {
        return Optional.of(Directory.CapabilityName.RESET_PASSWORD);
    }

    @Override
    public Map<String, String> shown(Customer customer) {
        Map<String, String> shown = new TreeMap<>();
        addresses.of(customer).forEach(known -> shown.put(known.handle(), known.masked()));
        return shown;
    }

    @Override
    public Set<Effect> effects() {
        return Set.of(Effect.PASSWORD);
    }

    @Override
    public Plan plan(Directory directory, Customer customer, ChosenAddress chosen) {
        LocalSignIn.require(customer);
        var to = chosen(customer, chosen);
        newAddresses.refuse(customer, to);
        return new Plan(
                new TreeMap<>(),
                new TreeMap<>(Map.of("sentTo", to.address())),
                Map.of("way", settings.of(customer.id()).way().name()),
                List.of(),
                null);
    }

    @Override
    public Receipt act(Attempt<ChosenAddress> attempt, Leave leave, AuditedChange announced) {
        mails.send(attempt.customer(), attempt.under(), chosen(attempt.customer(), attempt.command()));
        return new Receipt(null);
    }

    private AddressOnFile chosen(Customer customer, ChosenAddress chosen) {
        if (addresses.of(customer).isEmpty()) {
            throw new ProblemException(Problem.NO_ADDRESS_ON_FILE);
        }
        return addresses
                .byHandle(customer, chosen.handle())
                .orElseThrow(() -> new ProblemException(Problem.STALE_FORM));
    }
}
