package latchkey.sync;

import java.util.Optional;
import java.util.stream.Stream;
import latchkey.directory.AttributeChanges;
import latchkey.directory.AttributeValue;
import latchkey.directory.Customer;
import latchkey.directory.CustomerQuery;
import latchkey.directory.Directory;
import latchkey.directory.SignInName;
import org.springframework.stereotype.Component;

/** Whether another customer is reached at a new address already, or signs in with it. */
@Component
class SharedAddress {

    /** The customer and one other are enough to know. */
    private static final int ENOUGH = 2;

    /** Asks the directory, and only when an address is new. */
    Optional<Guards.Hold> check(Directory directory, Customer customer, Mapping mapping, AttributeChanges changes) {
        return changes.values().entrySet().stream()
                .filter(change -> mapping.isAddress(change.getKey()))
                .filter(change -> change.getValue()
                        .flatMap(SharedAddress::first)
                        .filter(address -> isNew(address, customer.attribute(change.getKey())))
                        .filter(address -> isTaken(directory, customer, address))
                        .isPresent())
                .map(change ->
                        new Guards.Hold(Reason.ADDRESS_TAKEN, change.getKey().name()))
                .findFirst();
    }

    private static boolean isTaken(Directory directory, Customer customer, String address) {
        return Stream.<CustomerQuery>of(
                        new CustomerQuery.ByMailAddress(address),
                        new CustomerQuery.BySignInName(SignInName.Kind.EMAIL, address))
                .flatMap(question -> directory.customers().matching(question, ENOUGH).stream())
                .anyMatch(found -> !found.id().equals(customer.id()));
    }

    private static boolean isNew(String address, Optional<AttributeValue> present) {
        return present.flatMap(SharedAddress::first)
                .filter(address::equalsIgnoreCase)
                .isEmpty();
    }

    private static Optional<String> first(AttributeValue value) {
        return switch (value) {
            case AttributeValue.Text text -> Optional.of(text.text());
            case AttributeValue.Texts several -> several.texts().stream().findFirst();
            default -> Optional.empty();
        };
    }
}
