package sandbox.people;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

/** Who has which value, for the look-ups that must not walk through everybody. */
final class Indexes {

    /** Properties found by the beginning of their values. */
    static final Set<String> SORTED = Set.of("displayName", "givenName", "surname", "mail", "userPrincipalName");

    private static final Set<String> EXACT = Set.of(
            "displayName",
            "givenName",
            "surname",
            "mail",
            "userPrincipalName",
            "otherMails",
            "proxyAddresses",
            "employeeId",
            "directoryRoles");

    private static final char SEPARATOR = '\0';

    // One id is kept as it is, several as a set: nearly every value has one holder.
    private final Map<String, Object> exact = new ConcurrentHashMap<>();
    private final Map<String, NavigableSet<String>> sorted =
            SORTED.stream().collect(Collectors.toMap(name -> name, name -> new ConcurrentSkipListSet<>()));

    static boolean exact(String property) {
        return EXACT.contains(property) || property.startsWith("extension_");
    }

    void add(User user) {
        eachKey(user, this::add);
        SORTED.forEach(name -> {
            var value = user.text(name);
            if (value != null) {
                sorted(name).add(sortKey(value, user.id()));
            }
        });
    }

    void remove(User user) {
        eachKey(user, this::remove);
        SORTED.forEach(name -> {
            var value = user.text(name);
            if (value != null) {
                sorted(name).remove(sortKey(value, user.id()));
            }
        });
    }

    /** Ids of those whose property has the value, or contains it; upper and lower case are the same. */
    Set<String> holders(String property, String value) {
        return ids(exact.get(key(property, value)));
    }

    /** Ids of those who sign in with this, whoever the issuer. */
    Set<String> known(String issuerAssignedId) {
        return ids(exact.get(key("identities", issuerAssignedId)));
    }

    Set<String> known(Identity identity) {
        return ids(exact.get(identity.key()));
    }

    /** Ids of those whose value begins with the prefix. */
    Set<String> beginning(String property, String prefix) {
        var from = prefix.toLowerCase(Locale.ROOT);
        return sorted(property).subSet(from, from + Character.MAX_VALUE).stream()
                .map(Indexes::idOf)
                .collect(Collectors.toSet());
    }

    /** Every key in the order of the values; see {@link #idOf} and {@link #sortKey}. */
    NavigableSet<String> sorted(String property) {
        return java.util.Objects.requireNonNull(sorted.get(property));
    }

    void clear() {
        exact.clear();
        sorted.values().forEach(Collection::clear);
    }

    static String sortKey(String value, String id) {
        return value.toLowerCase(Locale.ROOT) + SEPARATOR + id;
    }

    static String idOf(String sortKey) {
        return sortKey.substring(sortKey.lastIndexOf(SEPARATOR) + 1);
    }

    private void eachKey(User user, BiConsumer<String, String> keyAndId) {
        user.properties().forEach((name, value) -> {
            if (value instanceof String text && exact(name)) {
                keyAndId.accept(key(name, text), user.id());
            } else if (value instanceof List<?> list && EXACT.contains(name)) {
                list.forEach(item -> keyAndId.accept(key(name, item.toString()), user.id()));
            }
        });
        user.directoryRoles().forEach(role -> keyAndId.accept(key("directoryRoles", role), user.id()));
        user.identities().forEach(identity -> {
            keyAndId.accept(identity.key(), user.id());
            keyAndId.accept(key("identities", identity.issuerAssignedId()), user.id());
        });
    }

    private static String key(String property, String value) {
        return property + SEPARATOR + SEPARATOR + value.toLowerCase(Locale.ROOT);
    }

    private void add(String key, String id) {
        exact.merge(key, id, (held, added) -> {
            if (held.equals(id)) {
                return held;
            }
            var holders = held instanceof String one ? setOf(one) : ids(held);
            holders.add(id);
            return holders;
        });
    }

    private void remove(String key, String id) {
        exact.computeIfPresent(key, (any, held) -> {
            if (held instanceof String one) {
                return one.equals(id) ? null : one;
            }
            var holders = ids(held);
            holders.remove(id);
            return holders.isEmpty() ? null : holders;
        });
    }

    // A brand has thousands of holders: the set grows in place, because copying it for each would take seconds.
    private static Set<String> setOf(String id) {
        Set<String> holders = ConcurrentHashMap.newKeySet();
        holders.add(id);
        return holders;
    }

    @SuppressWarnings("unchecked")
    private static Set<String> ids(@org.jspecify.annotations.Nullable Object held) {
        return switch (held) {
            case null -> Set.of();
            case String one -> Set.of(one);
            default -> (Set<String>) held;
        };
    }
}
