package latchkey.helpdesk.action;

import java.util.Optional;
import latchkey.api.Problem;
import latchkey.api.ProblemException;
import latchkey.directory.CustomerId;
import org.jspecify.annotations.Nullable;

/** Customers in addresses and forms. */
public final class CustomerAddress {

    private CustomerAddress() {}

    /** The customer that an address names; {@code CUSTOMER_NOT_FOUND} when it can be none. */
    public static CustomerId of(String directory, String id) {
        return parsed(directory + "/" + id).orElseThrow(() -> new ProblemException(Problem.CUSTOMER_NOT_FOUND));
    }

    /** The address of the customer's page. */
    public static String page(CustomerId customer) {
        return "/directories/" + customer.directory() + "/customers/" + customer.objectId();
    }

    /** The customer that {@code directory/id} names, empty when it can be none. */
    static Optional<CustomerId> parsed(@Nullable String text) {
        int slash = text == null ? -1 : text.indexOf('/');
        if (text == null || slash < 0) {
            return Optional.empty();
        }
        try {
            return Optional.of(CustomerId.of(text.substring(0, slash), text.substring(slash + 1)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
