package latchkey.helpdesk.verification;

import java.time.Duration;
import java.util.Map;
import latchkey.directory.Customer;
import latchkey.directory.Directory;
import latchkey.notify.TextMessage;
import latchkey.notify.TextMessages;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** A code by text message to a number on file; there only where the settings name a provider. */
@Component
@Order(20)
@ConditionalOnProperty("latchkey.sms.url")
class TextedCode implements VerificationMethod {

    private final PhonesOnFile phones;
    private final TextMessages messages;
    private final VerificationSettings settings;

    TextedCode(PhonesOnFile phones, TextMessages messages, VerificationSettings settings) {
        this.phones = phones;
        this.messages = messages;
        this.settings = settings;
    }

    @Override
    public String id() {
        return "texted-code";
    }

    @Override
    public Channel channel() {
        return Channel.PHONE;
    }

    @Override
    public Reach reach(Customer customer) {
        return Reach.at(phones.of(customer, PhoneUse.TEXT), "no-phone");
    }

    @Override
    public boolean mayKnowMore() {
        return true;
    }

    @Override
    public Reach lookUp(Directory directory, Customer customer) {
        return Reach.at(phones.lookedUp(directory, customer, PhoneUse.TEXT), "no-phone");
    }

    @Override
    public void send(Customer customer, AddressOnFile to, Code code) {
        messages.send(new TextMessage(
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
