package latchkey.helpdesk.verification;

import java.time.Duration;
import java.util.Map;
import latchkey.directory.Customer;
import latchkey.notify.Mail;
import latchkey.notify.Mailer;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** A code by e-mail to an address on file. */
@Component
@Order(10)
class EmailedCode implements VerificationMethod {

    static final String ID = "emailed-code";

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
        return ID;
    }

    @Override
    public Channel channel() {
        return Channel.MAIL;
    }

    @Override
    public Reach reach(Customer customer) {
        return Reach.at(addresses.of(customer), "no-address");
    }

    @Override
    public void send(Customer customer, AddressOnFile to, Code code) {
        mailer.send(new Mail(
                "verification-code",
                to.address(),
                CustomerLanguage.of(customer),
                Map.of("code", code.digits(), "minutes", settings.codeFor().toMinutes())));
    }

    @Override
    public Duration lasts() {
        return settings.codeFor();
    }
}
