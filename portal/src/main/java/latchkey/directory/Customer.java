package latchkey.directory;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A customer as the directory shows them at one moment; reads may lag behind writes by minutes (facts §11).
 *
 * @param id the customer
 * @param displayName what the directory calls them
 * @param enabled whether sign-in is open
 * @param createdAt null for some accounts older than June 2018
 * @param sessionsValidFrom sessions from before this moment are over
 * @param signInNames every name they can sign in with, the generated one too
 * @param attributes built-in and custom attributes that have a value
 */
public record Customer(
        CustomerId id,
        String displayName,
        boolean enabled,
        @Nullable Instant createdAt,
        @Nullable Instant sessionsValidFrom,
        List<SignInName> signInNames,
        Map<AttributeKey, AttributeValue> attributes) {

    public Customer {
        signInNames = List.copyOf(signInNames);
        attributes = Map.copyOf(attributes);
    }

    public Optional<AttributeValue> attribute(AttributeKey key) {
        return Optional.ofNullable(attributes.get(key));
    }
}
