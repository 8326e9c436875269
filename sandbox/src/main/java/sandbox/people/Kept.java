package sandbox.people;

import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** What was made last, because whoever was looked at is likely to be looked at again; all of it when there is not much. */
final class Kept<T> {

    private static final int MOST = 1 << 15;

    private record Made<T>(int number, T made) {}

    private final AtomicReferenceArray<@Nullable Made<T>> places;
    private final IntFunction<T> maker;

    Kept(int all, IntFunction<T> maker) {
        this.places = new AtomicReferenceArray<>(Math.clamp(2L * Integer.highestOneBit(all), 1, MOST));
        this.maker = maker;
    }

    T of(int number) {
        var place = number & (places.length() - 1);
        var known = places.get(place);
        if (known != null && known.number() == number) {
            return known.made();
        }
        var made = maker.apply(number);
        places.set(place, new Made<>(number, made));
        return made;
    }
}
