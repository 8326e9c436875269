package sandbox.people;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.function.ObjLongConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import sandbox.people.Order.Place;

/** Who has which value, be they added or of the crowd, for the look-ups that must not walk through everybody. */
final class Indexes {

    /** Properties found by the beginning of their values. */
    static final Set<String> SORTED = Set.of("displayName", "givenName", "surname", "mail", "userPrincipalName");

    private static final Set<String> EXACT = Set.of("otherMails", "proxyAddresses", "employeeId", "directoryRoles");
    private static final String KNOWN = "identities";
    private static final char SEPARATOR = '\0';
    private static final String LAST_ID = String.valueOf(Character.MAX_VALUE);

    private final Members crowd;
    private final Holders exact = new Holders();

    // The users themselves, and no texts made of them: those would need as much memory again.
    private final Map<String, NavigableSet<Object>> sorted = SORTED.stream()
            .collect(Collectors.toMap(name -> name, name -> new ConcurrentSkipListSet<>(new Order(name))));

    /**
     * Indexes of everybody.
     *
     * @param crowd those who were not added, but are known from the start
     */
    Indexes(Members crowd) {
        this.crowd = crowd;
    }

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

    /**
     * Ids of those whose property has the value, or contains it; upper and lower case are the same. Null when they are too many to
     * list, which never happens with a value that must be unique.
     */
    @Nullable
    Set<String> holders(String property, String value) {
        var hash = Holders.hash(property, value);
        var added = SORTED.contains(property)
                ? ids(between(property, new Place(value, ""), new Place(value, LAST_ID)))
                : exact.of(hash);
        return both(added, crowd.holding(hash));
    }

    /** Ids of those who sign in with this, whoever the issuer; null when they are too many to list. */
    @Nullable
    Set<String> known(String issuerAssignedId) {
        var hash = Holders.hash(KNOWN, issuerAssignedId);
        return both(exact.of(hash), crowd.holding(hash));
    }

    @Nullable
    Set<String> known(Identity identity) {
        return both(exact.of(identity.hash()), crowd.holding(identity.hash()));
    }

    /** Ids of those whose value begins with the prefix; null when they are too many to list. */
    @Nullable
    Set<String> beginning(String property, String prefix) {
        var begin = prefix.toLowerCase(Locale.ROOT);
        var from = new Place(begin, "");
        var to = new Place(begin + Character.MAX_VALUE, "");
        return both(ids(between(property, from, to)), crowd.between(property, from, to));
    }

    /** In the order of the values, after this key of {@link #sortKey}. */
    Stream<User> after(String property, String key) {
        var users = sorted(property);
        var end = key.lastIndexOf(SEPARATOR);
        var place = end < 0 ? new Place("", "") : new Place(key.substring(0, end), key.substring(end + 1));
        return Merged.of(
                users.tailSet(place, false).stream().map(user -> (User) user),
                crowd.after(property, place),
                new Order(property));
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

    private static @Nullable Set<String> both(Set<String> added, @Nullable Set<String> members) {
        if (members == null || added.isEmpty()) {
            return members;
        }
        var all = new HashSet<>(added);
        all.addAll(members);
        return all;
    }

    static void eachHash(User user, ObjLongConsumer<String> idAndHash) {
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
