package latchkey.helpdesk.customer;

import java.util.Comparator;
import java.util.List;
import latchkey.directory.Customer;
import latchkey.directory.SignInName;

/**
 * A sign-in name as the page shows it.
 *
 * @param kind which message names it
 * @param provider who signs them in, for federated ones; otherwise empty
 * @param value what the customer types
 */
record SignInNameLine(SignInName.Kind kind, String provider, String value) {

    /** The names people use, in the order of their kinds; the generated one is left to the disclosure. */
    static List<SignInNameLine> of(Customer customer) {
        return customer.signInNames().stream()
                .filter(name -> name.kind() != SignInName.Kind.GENERATED)
                .sorted(Comparator.comparing(SignInName::kind))
                .map(SignInNameLine::of)
                .toList();
    }

    static List<SignInNameLine> generated(Customer customer) {
        return customer.signInNames().stream()
                .filter(name -> name.kind() == SignInName.Kind.GENERATED)
                .map(SignInNameLine::of)
                .toList();
    }

    public String messageKey() {
        return "sign-in-name." + kind;
    }

    private static SignInNameLine of(SignInName name) {
        return new SignInNameLine(
                name.kind(),
                name.kind() == SignInName.Kind.FEDERATED ? Providers.name(name.issuer()) : "",
                name.value());
    }
}
