package latchkey.helpdesk.search;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import latchkey.directory.AttributeKey;
import latchkey.directory.AttributeValue;
import latchkey.directory.Customer;
import latchkey.directory.MaskedAddress;
import latchkey.directory.SignInName;
import org.jspecify.annotations.Nullable;

/**
 * One customer in a list of results: enough to tell people apart, no more.
 *
 * @param directory where they are
 * @param id their object id
 * @param displayName what the directory calls them
 * @param address masked; null when they have none
 * @param status {@code enabled} or {@code blocked}
 * @param brand null when none is known
 * @param matches everywhere they were found, the surest first
 */
record ResultLine(
        String directory,
        UUID id,
        String displayName,
        @Nullable String address,
        String status,
        @Nullable String brand,
        List<MatchLine> matches) {

    /**
     * Why this customer is in the list, or where was looked.
     *
     * @param kind such as {@code sign-in-email} or {@code attribute}
     * @param label what the attribute is called; null for other kinds
     */
    record MatchLine(String kind, @Nullable String label) {

        static MatchLine of(Place place) {
            return new MatchLine(place.match().code(), place.label());
        }
    }

    static ResultLine of(Found found, String brandAttribute) {
        var customer = found.customer();
        return new ResultLine(
                customer.id().directory().value(),
                customer.id().objectId(),
                customer.displayName(),
                address(customer).map(MaskedAddress::of).orElse(null),
                customer.enabled() ? "enabled" : "blocked",
                brand(customer, brandAttribute),
                found.places().stream().map(MatchLine::of).toList());
    }

    public boolean isBlocked() {
        return status.equals("blocked");
    }

    private static Optional<String> address(Customer customer) {
        var signIn =
                customer.signInNames().stream().filter(name -> name.isAddress()).map(SignInName::value);
        var onFile = Stream.of(AttributeKey.MAIL, AttributeKey.OTHER_MAILS)
                .flatMap(key -> customer.attribute(key).stream())
                .flatMap(ResultLine::texts);
        return Stream.concat(signIn, onFile).findFirst();
    }

    private static Stream<String> texts(AttributeValue value) {
        return value instanceof AttributeValue.Texts several ? several.texts().stream() : Stream.of(value.asText());
    }

    private static @Nullable String brand(Customer customer, String brandAttribute) {
        return customer.attributes().entrySet().stream()
                .filter(attribute -> attribute.getKey().isCustom()
                        && attribute.getKey().shortName().equals(brandAttribute))
                .map(attribute -> attribute.getValue().asText())
                .findFirst()
                .orElse(null);
    }
}
