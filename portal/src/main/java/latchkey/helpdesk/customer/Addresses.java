package latchkey.helpdesk.customer;

import latchkey.api.Problem;
import latchkey.api.ProblemException;
import latchkey.directory.CustomerId;

/** Where customers are found: by directory and object id, so that no address names a person. */
final class Addresses {

    private Addresses() {}

    /** The customer an address names, or a problem when it can name none. */
    static CustomerId customer(String directory, String id) {
        try {
            return CustomerId.of(directory, id);
        } catch (IllegalArgumentException e) {
            throw new ProblemException(Problem.CUSTOMER_NOT_FOUND);
        }
    }

    static String page(CustomerId customer) {
        return "/directories/" + customer.directory() + "/customers/" + customer.objectId();
    }
}
