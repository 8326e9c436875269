package benchmarks;

import benchmarks.measure.Row;
import benchmarks.measure.Table;
import benchmarks.scenarios.Scenarios;
import java.util.List;

/** Runs the load scenarios and prints one table: {@code bench [NAME ...]}. */
public final class Benchmarks {

    private Benchmarks() {}

    public static void main(String[] arguments) {
        var words = List.of(arguments);
        if (words.isEmpty() || !words.getFirst().equals("bench")) {
            System.err.println("usage: bench [NAME ...]");
            System.exit(2);
        }
        var rows = Scenarios.run(words.subList(1, words.size()));
        System.out.println(Table.of(rows));
        System.exit(rows.stream().allMatch(Row::met) ? 0 : 1);
    }
}
