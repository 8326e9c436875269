package sandbox.people;

import java.util.Arrays;
import java.util.Objects;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Numbers in the order of a text that each had when they were sorted; the texts themselves are not kept. */
final class Sorted {

    private record Entry(String text, int number) implements Comparable<Entry> {

        @Override
        public int compareTo(Entry other) {
            return text.compareTo(other.text);
        }
    }

    private final int[] numbers;

    private Sorted(int[] numbers) {
        this.numbers = numbers;
    }

    /** Those who have a text; of equal ones that comes first which was named first. */
    static Sorted by(IntStream numbers, IntFunction<@Nullable String> text) {
        var entries = numbers.mapToObj(number -> entry(text.apply(number), number))
                .filter(Objects::nonNull)
                .toArray(Entry[]::new);
        Arrays.sort(entries);
        return new Sorted(Arrays.stream(entries).mapToInt(Entry::number).toArray());
    }

    int size() {
        return numbers.length;
    }

    int at(int place) {
        return numbers[place];
    }

    IntStream between(int from, int to) {
        return Arrays.stream(numbers, from, to);
    }

    /** The first place of which this is no longer true; it must be true of all before and of none after. */
    int end(IntPredicate isBefore) {
        var low = 0;
        var high = numbers.length;
        while (low < high) {
            var middle = (low + high) >>> 1;
            if (isBefore.test(numbers[middle])) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static @Nullable Entry entry(@Nullable String text, int number) {
        return text == null ? null : new Entry(text, number);
    }
}
