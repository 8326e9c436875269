package sandbox.people;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.function.ObjLongConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import sandbox.people.Order.Place;

/** Who has which value, for the look-ups that must not walk through everybody. */
final class Indexes {

    /** Properties found by the beginning of their values. */
    static final Set<String> SORTED = Set.of("displayName", "givenName", "surname", "mail", "userPrincipalName");

    private static final Set<String> EXACT = Set.of("otherMails", "proxyAddresses", "employeeId", "directoryRoles");
    private static final String KNOWN = "identities";
    private static final char SEPARATOR = '\0';
    private static final String LAST_ID = String.valueOf(Character.MAX_VALUE);

    private final Holders exact = new Holders();

    // The users themselves, and no texts made of them: those would need as much memory again.
    private final Map<String, NavigableSet<Object>> sorted = SORTED.stream()
            .collect(Collectors.toMap(name -> name, name -> new ConcurrentSkipListSet<>(new Order(name))));

    static boolean exact(String property) {
        return EXACT.contains(property) || SORTED.contains(property) || property.startsWith("extension_");
    }

    void add(User user) {
        eachHash(user, (id, hash) -> exact.add(hash, id));
        sorted.forEach((name, users) -> {
            if (user.property(name) != null) {
                users.add(user);
            }
        });
    }

    void remove(User user) {
        eachHash(user, (id, hash) -> exact.remove(hash, id));
        sorted.values().forEach(users -> users.remove(user));
    }

    /** Ids of those whose property has the value, or contains it; upper and lower case are the same. */
    Set<String> holders(String property, String value) {
        return SORTED.contains(property)
                ? ids(between(property, new Place(value, ""), new Place(value, LAST_ID)))
                : exact.of(Holders.hash(property, value));
    }

    /** Ids of those who sign in with this, whoever the issuer. */
    Set<String> known(String issuerAssignedId) {
        return exact.of(Holders.hash(KNOWN, issuerAssignedId));
    }

    Set<String> known(Identity identity) {
        return exact.of(identity.hash());
    }

    /** Ids of those whose value begins with the prefix. */
    Set<String> beginning(String property, String prefix) {
        var from = prefix.toLowerCase(Locale.ROOT);
        return ids(between(property, new Place(from, ""), new Place(from + Character.MAX_VALUE, "")));
    }

    /** Ids in the order of the values, after this key of {@link #sortKey}. */
    Stream<String> after(String property, String key) {
        var users = sorted(property);
        var end = key.lastIndexOf(SEPARATOR);
        var rest = end < 0 ? users : users.tailSet(new Place(key.substring(0, end), key.substring(end + 1)), false);
        return rest.stream().map(user -> ((User) user).id());
    }

    void clear() {
        exact.clear();
        sorted.values().forEach(Collection::clear);
    }

    static String sortKey(String value, String id) {
        return value.toLowerCase(Locale.ROOT) + SEPARATOR + id;
    }

    private NavigableSet<Object> sorted(String property) {
        return java.util.Objects.requireNonNull(sorted.get(property));
    }

    private Stream<Object> between(String property, Place from, Place to) {
        return sorted(property).subSet(from, true, to, true).stream();
    }

    private static Set<String> ids(Stream<Object> users) {
        return users.map(user -> ((User) user).id()).collect(Collectors.toSet());
    }

    private static void eachHash(User user, ObjLongConsumer<String> idAndHash) {
        user.properties().forEach((name, value) -> {
            if (value instanceof String text && !SORTED.contains(name) && exact(name)) {
                idAndHash.accept(user.id(), Holders.hash(name, text));
            } else if (value instanceof List<?> list && EXACT.contains(name)) {
                list.forEach(item -> idAndHash.accept(user.id(), Holders.hash(name, item.toString())));
            }
        });
        user.directoryRoles().forEach(role -> idAndHash.accept(user.id(), Holders.hash("directoryRoles", role)));
        // A principal name is found by its own property only (facts §4.3).
        user.identities().stream()
                .filter(identity -> !identity.signInType().equals(Identity.PRINCIPAL_NAME))
                .forEach(identity -> {
                    idAndHash.accept(user.id(), identity.hash());
                    idAndHash.accept(user.id(), Holders.hash(KNOWN, identity.issuerAssignedId()));
                });
    }
}
