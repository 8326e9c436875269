package sandbox.people;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import sandbox.tenants.ExtensionsApp;

/** A customer in the making, with the contact that goes with them. */
final class Draft {

    /**
     * The tenant that customers live in.
     *
     * @param domain the issuer of their local identities
     * @param extensions what holds their custom attributes
     */
    record Home(String domain, ExtensionsApp extensions) {}

    private static final String DIGEST = Passwords.digest("Sandbox-2026!");
    private static final Instant FIRST_CUSTOMER = Instant.parse("2019-03-01T08:00:00Z");

    private final Home home;
    private final String id;
    private final String contactId;
    private final Map<String, Object> properties = new HashMap<>();
    private final Map<String, Object> columns = new HashMap<>();
    private final List<Identity> identities = new ArrayList<>();
    private Methods methods = Methods.NONE;
    private Set<String> directoryRoles = Set.of();
    private Instant createdAt = FIRST_CUSTOMER;

    Draft(Home home, String id, String contactId) {
        this.home = home;
        this.id = id;
        this.contactId = contactId;
        set("userPrincipalName", id + "@" + home.domain());
        set("accountEnabled", true);
        set("userType", "Member");
        set("passwordPolicies", "DisablePasswordExpiration");
        column(Contact.STATE, 0);
        column(Contact.USER_NAME, id);
        createdDays(0);
    }

    Draft named(String given, String family, String display) {
        set("givenName", given);
        set("surname", family);
        set("displayName", display);
        column(Contact.FIRST_NAME, given);
        return column(Contact.LAST_NAME, family);
    }

    Draft named(String given, String family) {
        return named(given, family, given + " " + family);
    }

    /** Signs in with an address, which the contact has as well. */
    Draft email(String address) {
        localAccount();
        identities.add(new Identity(Identity.EMAIL, home.domain(), address));
        set("mail", address);
        return column(Contact.EMAIL, address);
    }

    Draft userName(String name) {
        localAccount();
        identities.add(new Identity(Identity.USER_NAME, home.domain(), name));
        return this;
    }

    Draft phoneSignIn(String number) {
        localAccount();
        identities.add(new Identity(Identity.PHONE, home.domain(), number));
        return column(Contact.MOBILE, number);
    }

    Draft federated(String issuer, String subject) {
        identities.add(new Identity(Identity.FEDERATED, issuer, subject));
        set("creationType", null);
        return this;
    }

    /** Signs in with codes sent to an address (facts §4.4); there is no password. */
    Draft oneTimeCode(String address) {
        set("mail", address);
        return federated("mail", address).column(Contact.EMAIL, address);
    }

    /** An address to write to that does not sign in. */
    Draft otherMail(String address) {
        set("otherMails", List.of(address));
        return column(Contact.EMAIL, address);
    }

    Draft phoneMethod(String number) {
        methods = methods.phone("mobile", number);
        return this;
    }

    Draft emailMethod(String address) {
        methods = methods.email(address);
        return this;
    }

    Draft authenticatorCode(String tokenId) {
        methods = methods.authenticatorCodes(Map.of(tokenId, "Authenticator app"));
        return this;
    }

    Draft customer(String number, String brand) {
        attribute("CustomerNumber", number);
        return attribute("Brand", brand);
    }

    Draft attribute(String name, Object value) {
        return set(home.extensions().attribute(name), value);
    }

    Draft createdDays(long days) {
        createdAt = createdAt(days);
        return set("createdDateTime", createdAt).column(Contact.CREATED_ON, createdAt);
    }

    /** When those signed up who did so that many days after the first of all. */
    static Instant createdAt(long days) {
        return FIRST_CUSTOMER.plusSeconds(days * 86_400 + 37 * (days % 900));
    }

    /** Without the properties that customers do not have where this one lives. */
    Draft only(Predicate<String> known) {
        properties.keySet().removeIf(known.negate());
        return this;
    }

    Draft blocked() {
        return set("accountEnabled", false);
    }

    Draft administrator(String roleTemplateId) {
        directoryRoles = Set.of(roleTemplateId);
        return this;
    }

    Draft set(String property, @Nullable Object value) {
        if (value == null) {
            properties.remove(property);
        } else {
            properties.put(property, value);
        }
        return this;
    }

    Draft column(String name, Object value) {
        columns.put(name, value);
        return this;
    }

    User user() {
        // The very text of the property: a million copies would be a hundred megabytes.
        identities.add(new Identity(
                Identity.PRINCIPAL_NAME, home.domain(), String.valueOf(properties.get("userPrincipalName"))));
        set("identities", List.copyOf(identities));
        var addresses = UniqueValues.addresses((String) properties.get("mail"), identities);
        set("proxyAddresses", addresses.isEmpty() ? null : addresses);
        return new User(id, properties, methods, directoryRoles);
    }

    Contact contact(long version) {
        return new Contact(contactId, version, createdAt, columns);
    }

    private void localAccount() {
        set("creationType", "LocalAccount");
        methods = methods.passwordDigest() == null
                ? new Methods(DIGEST, methods.phones(), methods.email(), methods.authenticatorCodes())
                : methods;
    }
}
