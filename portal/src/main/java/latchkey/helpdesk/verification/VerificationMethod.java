package latchkey.helpdesk.verification;

import java.time.Duration;
import latchkey.directory.Customer;
import latchkey.directory.Directory;

/**
 * One way to have callers prove that they are the customer: a code goes where only the customer reads it. Each bean of
 * this type is offered to agents, in the order of the beans.
 */
interface VerificationMethod {

    /** Its name in rows and messages, such as {@code emailed-code}. */
    String id();

    Channel channel();

    /** Whose word such a proof is. */
    default Worth worth() {
        return Worth.SHOWN;
    }

    /** Where this method reaches the customer, by what the directory says at this moment. */
    Reach reach(Customer customer);

    /** Whether a slow question to the directory may tell further places; asked only when an agent wishes it. */
    default boolean mayKnowMore() {
        return false;
    }

    /** The same as {@link #reach} with those further places. */
    default Reach lookUp(Directory directory, Customer customer) {
        return reach(customer);
    }

    /** What beginning it is called in the trail. */
    default String deed() {
        return "send-code";
    }

    /** Where a verification by this method begins. */
    default Verification.State begins() {
        return Verification.State.SENT;
    }

    /** How long it can be answered. */
    Duration lasts();

    /** Hands the code over, within the caller's transaction. */
    void send(Customer customer, AddressOnFile to, Code code);
}
