package latchkey.helpdesk.verification;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import latchkey.directory.AttributeKey;
import latchkey.directory.AttributeValue;
import latchkey.directory.Customer;
import latchkey.directory.Directory;
import latchkey.directory.Directory.Capability;
import latchkey.directory.Directory.CapabilityName;
import latchkey.directory.Method;
import latchkey.directory.SignInName;
import org.springframework.stereotype.Component;

/** The phone numbers that the directory has for a customer: the only ones that are ever texted or rung. */
@Component
class PhonesOnFile {

    private static final Set<Method.Kind> PHONES =
            EnumSet.of(Method.Kind.MOBILE_PHONE, Method.Kind.ALTERNATE_PHONE, Method.Kind.OFFICE_PHONE);

    private final KeyedHash hash;
    private final PhoneNumbers numbers;

    PhonesOnFile(KeyedHash hash, VerificationSettings settings) {
        this.hash = hash;
        this.numbers = new PhoneNumbers(settings.region());
    }

    /** Those that cost no call: the phone they sign in with, and {@code mobilePhone}. */
    List<AddressOnFile> of(Customer customer, PhoneUse use) {
        return onFile(customer, use, Stream.concat(signInPhones(customer), mobilePhone(customer)));
    }

    /** All of them, with the authentication methods, which come from a slow lane (facts §12). */
    List<AddressOnFile> lookedUp(Directory directory, Customer customer, PhoneUse use) {
        var quick = Stream.concat(signInPhones(customer), mobilePhone(customer));
        return onFile(customer, use, Stream.concat(quick, methodPhones(directory, customer)));
    }

    private List<AddressOnFile> onFile(Customer customer, PhoneUse use, Stream<Found> found) {
        Map<String, Set<AddressPlace>> places = new LinkedHashMap<>();
        found.forEach(one -> numbers.serving(use, one.text())
                .ifPresent(number -> places.computeIfAbsent(number, unseen -> EnumSet.noneOf(AddressPlace.class))
                        .add(one.place())));
        return places.entrySet().stream()
                .map(entry -> new AddressOnFile(
                        hash.shortText(use.handles(), customer.id().toString(), entry.getKey()),
                        entry.getKey(),
                        numbers.masked(entry.getKey()),
                        entry.getValue()))
                .toList();
    }

    private static Stream<Found> signInPhones(Customer customer) {
        return customer.signInNames().stream()
                .filter(name -> name.kind() == SignInName.Kind.PHONE)
                .map(name -> new Found(name.value(), AddressPlace.SIGN_IN_NAMES));
    }

    private static Stream<Found> mobilePhone(Customer customer) {
        return customer.attribute(AttributeKey.MOBILE_PHONE).map(AttributeValue::asText).stream()
                .map(text -> new Found(text, AddressPlace.MOBILE_PHONE));
    }

    private static Stream<Found> methodPhones(Directory directory, Customer customer) {
        return switch (directory.capability(CapabilityName.METHODS)) {
            case Capability.Missing missing -> Stream.empty();
            case Capability.Available available ->
                directory.methods().of(customer.id()).stream()
                        .filter(method -> PHONES.contains(method.kind()))
                        .flatMap(method -> Optional.ofNullable(method.detail()).stream())
                        .map(text -> new Found(text, AddressPlace.PHONE_METHODS));
        };
    }

    /** A number as the directory writes it, and where. */
    private record Found(String text, AddressPlace place) {}
}
