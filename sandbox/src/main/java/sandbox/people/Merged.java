package sandbox.people;

import java.util.Comparator;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Two lists of users of the same order as one; of equal ones that of the first list alone, who is on the way out of the other. */
final class Merged implements Iterator<User> {

    private final Iterator<User> first;
    private final Iterator<User> second;
    private final Comparator<Object> order;
    private @Nullable User nextOfFirst;
    private @Nullable User nextOfSecond;

    private Merged(Iterator<User> first, Iterator<User> second, Comparator<Object> order) {
        this.first = first;
        this.second = second;
        this.order = order;
        nextOfFirst = next(first);
        nextOfSecond = next(second);
    }

    static Stream<User> of(Stream<User> first, Stream<User> second, Comparator<Object> order) {
        var merged = new Merged(first.iterator(), second.iterator(), order);
        return StreamSupport.stream(
                Spliterators.spliteratorUnknownSize(merged, Spliterator.ORDERED | Spliterator.NONNULL), false);
    }

    @Override
    public boolean hasNext() {
        return nextOfFirst != null || nextOfSecond != null;
    }

    @Override
    public User next() {
        var one = nextOfFirst;
        var other = nextOfSecond;
        if (one == null && other == null) {
            throw new NoSuchElementException();
        }
        var comparison = one == null ? 1 : other == null ? -1 : order.compare(one, other);
        if (comparison <= 0) {
            nextOfFirst = next(first);
        }
        if (comparison >= 0) {
            nextOfSecond = next(second);
        }
        return java.util.Objects.requireNonNull(comparison <= 0 ? one : other);
    }

    private static @Nullable User next(Iterator<User> users) {
        return users.hasNext() ? users.next() : null;
    }
}
