package sandbox.people;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What no two users of a tenant may share. */
final class UniqueValues {

    private UniqueValues() {}

    /** With the proxy addresses that follow from mail (facts §4.6) and from e-mail sign-in names (facts §0 no. 6). */
    static User complete(User user) {
        return user.with(Map.of("proxyAddresses", addresses(user.text("mail"), user.identities())));
    }

    static List<String> addresses(@Nullable String mail, List<Identity> identities) {
        var addresses = new ArrayList<String>(2);
        if (mail != null) {
            addresses.add("SMTP:" + mail);
        }
        for (var identity : identities) {
            var address = "smtp:" + identity.issuerAssignedId();
            if (identity.signInType().startsWith(Identity.EMAIL)
                    && addresses.stream().noneMatch(address::equalsIgnoreCase)) {
                addresses.add(address);
            }
        }
        return List.copyOf(addresses);
    }

    static void demandFree(User user, Indexes indexes) {
        demandFree("userPrincipalName", indexes.holders("userPrincipalName", user.principalName()), user);
        user.texts("proxyAddresses")
                .forEach(address -> demandFree("proxyAddresses", indexes.holders("proxyAddresses", address), user));
        user.identities().stream()
                .filter(identity -> !identity.signInType().equals(Identity.PRINCIPAL_NAME))
                .forEach(identity -> demandFree("identities", indexes.known(identity), user));
    }

    private static void demandFree(String property, @Nullable Set<String> holders, User user) {
        var others = new HashSet<>(Objects.requireNonNull(holders));
        others.remove(user.id());
        if (!others.isEmpty()) {
            throw new Taken(property, others);
        }
    }
}
