package sandbox.people;

import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Who has which value, found by a hash of property and value instead of the text itself: with a million users the texts alone
 * would need a gigabyte. Of two values in 2^64 that share a hash, both holders are answered.
 */
final class Holders {

    private static final int SMALLEST = 1_024;
    private static final int FULLEST_PERCENT = 80;

    private long[] hashes = new long[SMALLEST];

    // One id is kept as it is, several as a set: nearly every value has one holder.
    private @Nullable Object[] held = new Object[SMALLEST];
    private int size;

    /** FNV-1a of 64 bits over the value, in which the property turns every bit; upper and lower case are the same. */
    static long hash(String property, String value) {
        var mixed = (folded(value) ^ property.hashCode() * 0x9E3779B97F4A7C15L) * 0xBF58476D1CE4E5B9L;
        return mixed ^ (mixed >>> 32);
    }

    synchronized Set<String> of(long hash) {
        return ids(held[place(hash)]);
    }

    synchronized void add(long hash, String id) {
        if (size * 100L > hashes.length * (long) FULLEST_PERCENT) {
            grow();
        }
        var place = place(hash);
        var present = held[place];
        if (present == null) {
            hashes[place] = hash;
            held[place] = id;
            size++;
        } else if (present instanceof String one) {
            if (!one.equals(id)) {
                held[place] = setOf(one, id);
            }
        } else {
            ids(present).add(id);
        }
    }

    synchronized void remove(long hash, String id) {
        var place = place(hash);
        var present = held[place];
        if (present instanceof String one) {
            if (one.equals(id)) {
                vacate(place);
            }
        } else if (present != null) {
            ids(present).remove(id);
            if (ids(present).isEmpty()) {
                vacate(place);
            }
        }
    }

    synchronized void clear() {
        hashes = new long[SMALLEST];
        held = new Object[SMALLEST];
        size = 0;
    }

    /** Where the hash is, or the free place where it belongs. */
    private int place(long hash) {
        var place = home(hash);
        while (held[place] != null && hashes[place] != hash) {
            place = (place + 1) & (hashes.length - 1);
        }
        return place;
    }

    private int home(long hash) {
        return (int) (hash ^ (hash >>> 32)) & (hashes.length - 1);
    }

    // Those behind move up, so that no search ends too early at the gap.
    private void vacate(int gap) {
        var mask = hashes.length - 1;
        held[gap] = null;
        size--;
        for (var place = (gap + 1) & mask; held[place] != null; place = (place + 1) & mask) {
            if (((place - home(hashes[place])) & mask) >= ((place - gap) & mask)) {
                hashes[gap] = hashes[place];
                held[gap] = held[place];
                held[place] = null;
                gap = place;
            }
        }
    }

    private void grow() {
        var oldHashes = hashes;
        var oldHeld = held;
        hashes = new long[oldHashes.length * 2];
        held = new Object[hashes.length];
        for (var i = 0; i < oldHashes.length; i++) {
            if (oldHeld[i] != null) {
                var place = place(oldHashes[i]);
                hashes[place] = oldHashes[i];
                held[place] = oldHeld[i];
            }
        }
    }

    // Nearly all texts are plain letters, for which no other text needs to be made.
    private static long folded(String text) {
        var mixed = 0xCBF29CE484222325L;
        for (var i = 0; i < text.length(); i++) {
            var letter = text.charAt(i);
            if (letter > 127) {
                return whole(text.toLowerCase(Locale.ROOT));
            }
            mixed = (mixed ^ (letter >= 'A' && letter <= 'Z' ? letter + 32 : letter)) * 0x100000001B3L;
        }
        return mixed;
    }

    private static long whole(String text) {
        var mixed = 0xCBF29CE484222325L;
        for (var i = 0; i < text.length(); i++) {
            mixed = (mixed ^ text.charAt(i)) * 0x100000001B3L;
        }
        return mixed;
    }

    // A brand has thousands of holders: the set grows in place, because copying it for each would take seconds.
    private static Set<String> setOf(String one, String other) {
        Set<String> holders = ConcurrentHashMap.newKeySet();
        holders.add(one);
        holders.add(other);
        return holders;
    }

    @SuppressWarnings("unchecked")
    private static Set<String> ids(@Nullable Object present) {
        return switch (present) {
            case null -> Set.of();
            case String one -> Set.of(one);
            default -> (Set<String>) present;
        };
    }
}
