package benchmarks.scenarios;

import benchmarks.measure.Row;
import java.util.List;
import java.util.stream.Stream;

/** What the adapter to Graph costs: changes a second through it, over those of the bare client below it. */
final class Adapter implements Alone {

    private static final String PROGRAM = "latchkey.directory.graph.AdapterProbe";

    @Override
    public String name() {
        return "adapter";
    }

    @Override
    public int customers() {
        return 1_000;
    }

    @Override
    public List<Row> run(Place place) {
        return Stream.of(1, 32).map(threads -> row(place, threads)).toList();
    }

    private static Row row(Place place, int threads) {
        var rates = place.probe()
                .run(
                        PROGRAM,
                        "256m",
                        place.ground().sandboxUrl(),
                        place.syncToken(),
                        Integer.toString(threads),
                        threads == 1 ? "1500" : "4000");
        return Row.atLeast(
                "adapter PATCH over a bare client's PATCH, %d at once".formatted(threads),
                rates.get(0),
                rates.get(1),
                "/s",
                0.8);
    }
}
