package latchkey.helpdesk.customer;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import latchkey.directory.AttributeKey;
import latchkey.directory.AttributeValue;
import latchkey.directory.Customer;
import latchkey.directory.CustomerId;
import latchkey.directory.DirectoryId;
import latchkey.directory.SignInName;

/** Makes customers: Jan by default, who signs in by e-mail and has nothing special about him. */
final class CustomerBuilder {

    static final CustomerId JAN =
            new CustomerId(new DirectoryId("contoso"), UUID.fromString("11111111-1111-4111-8111-111111111111"));

    private static final String TENANT = "contosocustomers.onmicrosoft.com";

    private final List<SignInName> names = new ArrayList<>();
    private final Map<AttributeKey, AttributeValue> attributes = new HashMap<>();
    private boolean enabled = true;

    static CustomerBuilder customer() {
        return new CustomerBuilder();
    }

    static Customer jan() {
        return customer().withEmail("jan@example.com").make();
    }

    CustomerBuilder blocked() {
        enabled = false;
        return this;
    }

    CustomerBuilder withEmail(String address) {
        return with(SignInName.Kind.EMAIL, TENANT, address);
    }

    CustomerBuilder withProvider(String issuer) {
        return with(SignInName.Kind.FEDERATED, issuer, "1234567");
    }

    CustomerBuilder withMailedCodes(String address) {
        return with(SignInName.Kind.EMAIL_CODE, "mail", address);
    }

    CustomerBuilder withGeneratedName() {
        return with(SignInName.Kind.GENERATED, TENANT, "0123@" + TENANT);
    }

    CustomerBuilder with(SignInName.Kind kind, String issuer, String value) {
        names.add(new SignInName(kind, issuer, value));
        return this;
    }

    CustomerBuilder with(AttributeKey key, AttributeValue value) {
        attributes.put(key, value);
        return this;
    }

    Customer make() {
        return new Customer(JAN, "Jan de Vries", enabled, Instant.EPOCH, null, names, attributes);
    }
}
