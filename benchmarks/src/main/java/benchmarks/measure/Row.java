package benchmarks.measure;

import java.util.Locale;

/**
 * One line of the table: a figure, its reference of the same run, and the goal for their ratio.
 *
 * @param what is measured
 * @param measured with its unit
 * @param reference with its unit, or "-" where the goal is an absolute one
 * @param ratio measured over reference, or the figure itself where there is no reference
 * @param goal in words, such as "at most 1.25"
 * @param met whether the goal was reached
 */
public record Row(String what, String measured, String reference, double ratio, String goal, boolean met) {

    public static Row atMost(String what, double measured, double reference, String unit, double goal) {
        var ratio = measured / reference;
        return new Row(
                what, figure(measured, unit), figure(reference, unit), ratio, "at most " + plain(goal), ratio <= goal);
    }

    public static Row atLeast(String what, double measured, double reference, String unit, double goal) {
        var ratio = measured / reference;
        return new Row(
                what, figure(measured, unit), figure(reference, unit), ratio, "at least " + plain(goal), ratio >= goal);
    }

    public static Row limit(String what, double measured, String unit, double goal) {
        return new Row(
                what, figure(measured, unit), "-", measured, "at most " + plain(goal) + " " + unit, measured <= goal);
    }

    private static String figure(double value, String unit) {
        return plain(value) + " " + unit;
    }

    static String plain(double value) {
        return value >= 100 ? "%,.0f".formatted(value) : String.format(Locale.ROOT, "%.2f", value);
    }
}
