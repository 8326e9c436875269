package latchkey.helpdesk.verification;

import java.util.List;
import latchkey.directory.Customer;

/** One way to have callers prove that they are the customer: a code goes where only the customer reads it. */
interface VerificationMethod {

    /** Its name in settings, rows and messages, such as {@code emailed-code}. */
    String id();

    Assurance assurance();

    /** Where this method reaches the customer, by what the directory says at this moment. */
    List<AddressOnFile> reachable(Customer customer);

    /** Hands the code to the outbox, within the caller's transaction. */
    void send(Customer customer, AddressOnFile to, Code code);
}
