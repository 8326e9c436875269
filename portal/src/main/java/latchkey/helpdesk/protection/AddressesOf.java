package latchkey.helpdesk.protection;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import latchkey.access.Agent;
import latchkey.directory.AttributeKey;
import latchkey.directory.AttributeValue;
import latchkey.directory.Customer;
import latchkey.directory.SignInName;

/** Names and addresses of people, written so that the same mailbox is the same text. */
final class AddressesOf {

    private AddressesOf() {}

    static Set<String> agent(Agent agent) {
        return Stream.of(agent.username(), agent.email() == null ? "" : agent.email())
                .filter(text -> text.indexOf('@') > 0)
                .map(AddressesOf::folded)
                .collect(Collectors.toSet());
    }

    /** Every sign-in name and every address on file. */
    static Set<String> customer(Customer customer) {
        var names = customer.signInNames().stream().map(SignInName::value);
        var onFile = Stream.of(AttributeKey.MAIL, AttributeKey.OTHER_MAILS)
                .flatMap(key -> customer.attribute(key).stream())
                .flatMap(AddressesOf::texts);
        return Stream.concat(names, onFile).map(AddressesOf::folded).collect(Collectors.toSet());
    }

    static Stream<String> texts(AttributeValue value) {
        return value instanceof AttributeValue.Texts several ? several.texts().stream() : Stream.of(value.asText());
    }

    /** What stands behind the at sign; empty when there is none. */
    static String domain(String address) {
        return address.substring(address.lastIndexOf('@') + 1).equals(address)
                ? ""
                : address.substring(address.lastIndexOf('@') + 1);
    }

    /** Capitals and what stands behind a plus do not make another mailbox. */
    static String folded(String text) {
        return text.strip().toLowerCase(Locale.ROOT).replaceFirst("\\+[^@]*@", "@");
    }
}
