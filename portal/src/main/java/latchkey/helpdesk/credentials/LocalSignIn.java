package latchkey.helpdesk.credentials;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import latchkey.api.Problem;
import latchkey.api.ProblemException;
import latchkey.directory.Customer;
import latchkey.directory.SignInName;

/** Whether a customer signs in with a password of this directory at all. */
class LocalSignIn {

    static final String REASON = "credentials.only-federated";

    private static final Set<SignInName.Kind> LOCAL =
            EnumSet.of(SignInName.Kind.EMAIL, SignInName.Kind.USER_NAME, SignInName.Kind.PHONE);

    private LocalSignIn() {}

    static boolean isOf(Customer customer) {
        return customer.signInNames().stream().anyMatch(name -> LOCAL.contains(name.kind()));
    }

    static void require(Customer customer) {
        if (!isOf(customer)) {
            throw new ProblemException(Problem.NOT_POSSIBLE_IN_DIRECTORY, Map.of("reason", REASON));
        }
    }
}
