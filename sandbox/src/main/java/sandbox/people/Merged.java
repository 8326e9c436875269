package sandbox.people;

import java.util.Comparator;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Two lists of the same order as one; of equal ones that of the first list alone, which is on the way out of the other. */
final class Merged<T> implements Iterator<T> {

    private final Iterator<T> first;
    private final Iterator<T> second;
    private final Comparator<? super T> order;
    private @Nullable T nextOfFirst;
    private @Nullable T nextOfSecond;

    private Merged(Iterator<T> first, Iterator<T> second, Comparator<? super T> order) {
        this.first = first;
        this.second = second;
        this.order = order;
        nextOfFirst = next(first);
        nextOfSecond = next(second);
    }

    static <T> Stream<T> of(Stream<T> first, Stream<T> second, Comparator<? super T> order) {
        var merged = new Merged<>(first.iterator(), second.iterator(), order);
        return StreamSupport.stream(
                Spliterators.spliteratorUnknownSize(merged, Spliterator.ORDERED | Spliterator.NONNULL), false);
    }

    @Override
    public boolean hasNext() {
        return nextOfFirst != null || nextOfSecond != null;
    }

    @Override
    public T next() {
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

    private static <T> @Nullable T next(Iterator<T> each) {
        return each.hasNext() ? each.next() : null;
    }
}
