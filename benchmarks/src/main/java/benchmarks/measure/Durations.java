package benchmarks.measure;

import java.util.Arrays;

/** Measured times of one kind of operation, in nanoseconds. */
public final class Durations {

    private final long[] sorted;

    private Durations(long[] sorted) {
        this.sorted = sorted;
    }

    public static Durations of(long[] nanos) {
        var sorted = nanos.clone();
        Arrays.sort(sorted);
        return new Durations(sorted);
    }

    /** In milliseconds, by the nearest rank. */
    public double median() {
        return percentile(50);
    }

    /** In milliseconds, by the nearest rank; {@code percent} from 1 to 100. */
    public double percentile(int percent) {
        var rank = (int) Math.ceil(percent / 100.0 * sorted.length);
        return sorted[Math.max(0, rank - 1)] / 1e6;
    }

    public int count() {
        return sorted.length;
    }
}
