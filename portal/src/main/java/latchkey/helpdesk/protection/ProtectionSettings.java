package latchkey.helpdesk.protection;

import jakarta.validation.Valid;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import latchkey.directory.CustomerId;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Who is protected, and how.
 *
 * @param directoryRoles customers who hold a role in the directory
 * @param ownAccount the agent's own account
 * @param vip customers whom the settings name
 * @param colleagues customers who work for the company
 */
@Validated
@ConfigurationProperties("latchkey.protection")
record ProtectionSettings(
        @DefaultValue("refuse") Treatment directoryRoles,
        @Valid @DefaultValue OwnAccount ownAccount,
        @Valid @DefaultValue Vip vip,
        @Valid @DefaultValue Colleagues colleagues) {

    /**
     * The account that an agent has as a customer, known by its names and addresses.
     *
     * @param attribute short name of an attribute that holds the employee's object id or address; null when none does
     */
    record OwnAccount(
            @DefaultValue("refuse") Treatment treatment,
            @Nullable String attribute) {}

    /**
     * Customers who need special care.
     *
     * @param where attributes by short name; whoever has one of the values in one of them is meant
     * @param customers single ones, as {@code directory/id}
     */
    record Vip(
            @DefaultValue("approval") Treatment treatment,
            @DefaultValue Map<String, Set<String>> where,
            @DefaultValue Set<String> customers) {

        Vip {
            where = Map.copyOf(where);
            customers = customers.stream()
                    .map(Vip::demandCustomer)
                    .map(CustomerId::toString)
                    .collect(Collectors.toUnmodifiableSet());
        }

        private static CustomerId demandCustomer(String text) {
            var slash = text.indexOf('/');
            try {
                return CustomerId.of(text.substring(0, slash), text.substring(slash + 1));
            } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
                throw new IllegalArgumentException(
                        "the customer '" + text + "' cannot be read; write directory/object id", e);
            }
        }
    }

    /**
     * Colleagues, known by the addresses they sign in with.
     *
     * @param domains what employees' addresses end with; the acting agent's own when empty
     */
    record Colleagues(
            @DefaultValue("approval") Treatment treatment,
            @DefaultValue Set<String> domains) {

        Colleagues {
            domains = domains.stream()
                    .map(domain -> domain.toLowerCase(Locale.ROOT))
                    .collect(Collectors.toUnmodifiableSet());
        }
    }
}
