package sandbox.people;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import sandbox.people.Order.Place;

/** Who of a crowd has which value, in some hundred bytes a head: sorted numbers, and sorted hashes that end in a number. */
final class CrowdIndex {

    private static final int VALUES_A_HEAD = 12;

    private final IntFunction<User> user;
    private final Map<String, Sorted> sorted;
    private final int bits;
    private long[] exact;
    private int count;

    /**
     * An index.
     *
     * @param byId everybody, by id
     * @param user makes them
     */
    CrowdIndex(Sorted byId, IntFunction<User> user) {
        this.user = user;
        var size = byId.size();
        bits = Integer.SIZE - Integer.numberOfLeadingZeros(size);
        exact = new long[size * VALUES_A_HEAD];
        var texts = new HashMap<String, @Nullable String[]>();
        Indexes.SORTED.forEach(name -> texts.put(name, new String[size]));
        IntStream.range(0, size).forEach(number -> enter(number, user.apply(number), texts));
        Arrays.sort(exact, 0, count);
        exact = Arrays.copyOf(exact, count);
        sorted = texts.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, each -> sorted(byId, each.getValue())));
    }

    /** Those with a value of this {@link Holders#hash}; few are looked at again, because their hashes are kept shortened. */
    IntStream holding(long hash) {
        var from = place(hash >>> bits << bits);
        var to = IntStream.range(from, count)
                .filter(place -> exact[place] >>> bits != hash >>> bits)
                .findFirst()
                .orElse(count);
        var numbers = IntStream.range(from, to).map(place -> (int) (exact[place] & ((1L << bits) - 1)));
        return to - from > 1 ? numbers : numbers.filter(number -> has(number, hash));
    }

    /** Those whose value lies between the places, both included, in order. */
    IntStream between(String property, Place from, Place to) {
        var numbers = sorted(property);
        var order = new Order(property);
        return numbers.between(
                numbers.end(number -> order.compare(user.apply(number), from) < 0),
                numbers.end(number -> order.compare(user.apply(number), to) <= 0));
    }

    /** Those whose value comes after the place, in order. */
    IntStream after(String property, Place place) {
        var numbers = sorted(property);
        var order = new Order(property);
        return numbers.between(numbers.end(number -> order.compare(user.apply(number), place) <= 0), numbers.size());
    }

    private Sorted sorted(String property) {
        return Objects.requireNonNull(sorted.get(property));
    }

    private void enter(int number, User each, Map<String, @Nullable String[]> texts) {
        Indexes.eachHash(each, (id, hash) -> enter(number, hash));
        texts.forEach((name, all) -> {
            var text = each.text(name);
            if (text != null) {
                all[number] = text;
                enter(number, Holders.hash(name, text));
            }
        });
    }

    private void enter(int number, long hash) {
        if (count == exact.length) {
            exact = Arrays.copyOf(exact, count + count / 4 + VALUES_A_HEAD);
        }
        exact[count++] = hash >>> bits << bits | number;
    }

    /** The first place whose hash is not below this one. */
    private int place(long hash) {
        var found = Arrays.binarySearch(exact, hash);
        return found < 0 ? -found - 1 : found;
    }

    private boolean has(int number, long hash) {
        var hashes = new HashSet<Long>();
        var each = user.apply(number);
        Indexes.eachHash(each, (id, its) -> hashes.add(its));
        Indexes.SORTED.forEach(name -> hashes.add(Holders.hash(name, String.valueOf(each.text(name)))));
        return hashes.contains(hash);
    }

    private static @Nullable String lower(@Nullable String text) {
        return text == null ? null : text.toLowerCase(Locale.ROOT);
    }

    // Those of equal values stay in the order of their ids.
    private static Sorted sorted(Sorted byId, @Nullable String[] texts) {
        return Sorted.by(byId.between(0, byId.size()), number -> lower(texts[number]));
    }
}
