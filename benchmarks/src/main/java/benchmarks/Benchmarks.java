package benchmarks;

import benchmarks.measure.Row;
import benchmarks.measure.Table;
import benchmarks.proofs.Proofs;
import benchmarks.scenarios.Scenarios;
import java.util.List;

/** Runs the load scenarios and prints one table, {@code bench [NAME ...]}, or a long proof, {@code prove NAME}. */
public final class Benchmarks {

    private Benchmarks() {}

    public static void main(String[] arguments) {
        var words = List.of(arguments);
        var rest = words.isEmpty() ? words : words.subList(1, words.size());
        System.exit(
                switch (words.isEmpty() ? "" : words.getFirst()) {
                    case "bench" -> bench(rest);
                    case "prove" -> Proofs.run(rest);
                    default -> {
                        System.err.println("usage: bench [NAME ...] or prove NAME");
                        yield 2;
                    }
                });
    }

    private static int bench(List<String> names) {
        var rows = Scenarios.run(names);
        System.out.println(Table.of(rows));
        return rows.stream().allMatch(Row::met) ? 0 : 1;
    }
}
