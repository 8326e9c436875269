package latchkey.helpdesk.verification;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import latchkey.directory.AttributeKey;
import latchkey.directory.AttributeValue;
import latchkey.directory.Customer;
import latchkey.directory.SignInName;
import org.springframework.stereotype.Component;

/** The e-mail addresses that the directory has for a customer: the only ones anything is ever sent to. */
@Component
public class AddressesOnFile {

    private final KeyedHash hash;

    AddressesOnFile(KeyedHash hash) {
        this.hash = hash;
    }

    /** Every address once: sign-in addresses first, then {@code mail}, then {@code otherMails}. */
    public List<AddressOnFile> of(Customer customer) {
        Map<String, AddressOnFile> found = new LinkedHashMap<>();
        addresses(customer).forEach(address -> found.putIfAbsent(folded(address), onFile(customer, address)));
        return List.copyOf(found.values());
    }

    /** The address with that handle, if the directory still has it. */
    public Optional<AddressOnFile> byHandle(Customer customer, String handle) {
        return of(customer).stream()
                .filter(known -> known.handle().equals(handle))
                .findFirst();
    }

    private AddressOnFile onFile(Customer customer, String address) {
        return new AddressOnFile(
                hash.shortText("address", customer.id().toString(), folded(address)),
                address,
                MaskedAddress.of(address),
                places(customer, address));
    }

    private static Set<AddressPlace> places(Customer customer, String address) {
        return Arrays.stream(AddressPlace.values())
                .filter(place -> addresses(customer, place).anyMatch(address::equalsIgnoreCase))
                .collect(Collectors.toSet());
    }

    private static Stream<String> addresses(Customer customer) {
        return Arrays.stream(AddressPlace.values())
                .flatMap(place -> addresses(customer, place))
                .filter(address -> address.indexOf('@') > 0);
    }

    private static Stream<String> addresses(Customer customer, AddressPlace place) {
        return switch (place) {
            case SIGN_IN_NAMES -> signInAddresses(customer);
            case MAIL -> texts(customer, AttributeKey.MAIL);
            case OTHER_MAILS -> texts(customer, AttributeKey.OTHER_MAILS);
            case MOBILE_PHONE, PHONE_METHODS -> Stream.empty();
        };
    }

    private static Stream<String> signInAddresses(Customer customer) {
        return customer.signInNames().stream().filter(SignInName::isAddress).map(SignInName::value);
    }

    private static Stream<String> texts(Customer customer, AttributeKey key) {
        return customer.attribute(key).stream().flatMap(value -> switch (value) {
            case AttributeValue.Text text -> Stream.of(text.text());
            case AttributeValue.Texts texts -> texts.texts().stream();
            case AttributeValue.Flag flag -> Stream.empty();
            case AttributeValue.Whole whole -> Stream.empty();
            case AttributeValue.Moment moment -> Stream.empty();
            case AttributeValue.Bytes bytes -> Stream.empty();
        });
    }

    private static String folded(String address) {
        return address.toLowerCase(Locale.ROOT);
    }
}
