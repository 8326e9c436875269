package latchkey.helpdesk.verification;

import java.util.List;
import java.util.Map;
import latchkey.directory.Customer;
import latchkey.notify.Mail;
import latchkey.notify.Mailer;
import org.springframework.stereotype.Component;

/** A code by e-mail to an address on file. */
@Component
class EmailedCode implements VerificationMethod {

    private final AddressesOnFile addresses;
    private final Mailer mailer;
    private final VerificationSettings settings;

    EmailedCode(AddressesOnFile addresses, Mailer mailer, VerificationSettings settings) {
        this.addresses = addresses;
        this.mailer = mailer;
        this.settings = settings;
    }

    @Override
    public String id() {
        return "emailed-code";
    }

    @Override
    public Assurance assurance() {
        return Assurance.ONE_ADDRESS;
    }

    @Override
    public List<AddressOnFile> reachable(Customer customer) {
        return addresses.of(customer);
    }

    @Override
    public void send(Customer customer, AddressOnFile to, Code code) {
        mailer.send(new Mail(
                "verification-code",
                to.address(),
                CustomerLanguage.of(customer),
                Map.of("code", code.digits(), "minutes", settings.codeFor().toMinutes())));
    }
}
