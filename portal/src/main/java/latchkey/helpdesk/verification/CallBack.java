package latchkey.helpdesk.verification;

import java.time.Duration;
import latchkey.directory.Customer;
import latchkey.directory.Directory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The agent rings a number on file and says who answered; there only where the settings switch it on. */
@Component
@Order(30)
@ConditionalOnProperty("latchkey.verification.call-back.enabled")
class CallBack implements VerificationMethod {

    static final String ID = "called-back";

    private final PhonesOnFile phones;
    private final CallBackSettings settings;

    CallBack(PhonesOnFile phones, CallBackSettings settings) {
        this.phones = phones;
        this.settings = settings;
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public Channel channel() {
        return Channel.PHONE;
    }

    @Override
    public Worth worth() {
        return Worth.STATED;
    }

    @Override
    public Reach reach(Customer customer) {
        return Reach.at(phones.of(customer, PhoneUse.CALL), "no-phone-to-call");
    }

    @Override
    public boolean mayKnowMore() {
        return true;
    }

    @Override
    public Reach lookUp(Directory directory, Customer customer) {
        return Reach.at(phones.lookedUp(directory, customer, PhoneUse.CALL), "no-phone-to-call");
    }

    @Override
    public String deed() {
        return "begin-call-back";
    }

    @Override
    public Verification.State begins() {
        return Verification.State.RINGING;
    }

    @Override
    public Duration lasts() {
        return settings.within();
    }

    /** Nothing goes anywhere: the agent rings. */
    @Override
    public void send(Customer customer, AddressOnFile to, Code code) {}
}
