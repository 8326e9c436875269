package sandbox.people;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How a user proves who they are (facts §5).
 *
 * @param passwordDigest digest of the password; null when there is none, as for federated customers
 * @param phones number by phone type: mobile, alternateMobile, office
 * @param email address for resetting the password; null when there is none
 * @param authenticatorCodes ids of software OATH tokens, with their names
 */
public record Methods(
        @Nullable String passwordDigest,
        Map<String, String> phones,
        @Nullable String email,
        Map<String, String> authenticatorCodes) {

    public static final Methods NONE = new Methods(null, Map.of(), null, Map.of());

    public Methods password(String password) {
        return new Methods(Passwords.digest(password), phones, email, authenticatorCodes);
    }

    /** With this number for the phone type, or without any when it is null. */
    public Methods phone(String type, @Nullable String number) {
        var changed = new TreeMap<>(phones);
        if (number == null) {
            changed.remove(type);
        } else {
            changed.put(type, number);
        }
        return new Methods(passwordDigest, Map.copyOf(changed), email, authenticatorCodes);
    }

    public Methods email(@Nullable String address) {
        return new Methods(passwordDigest, phones, address, authenticatorCodes);
    }

    public Methods authenticatorCodes(Map<String, String> codes) {
        return new Methods(passwordDigest, phones, email, Map.copyOf(codes));
    }

    /** Whether this is the password. */
    public boolean accepts(String password) {
        return Passwords.digest(password).equals(passwordDigest);
    }

    /** Never prints digest, numbers or address. */
    @Override
    public String toString() {
        return "Methods[phones=" + phones.keySet() + "]";
    }
}
