package benchmarks.scenarios;

import benchmarks.measure.Row;
import java.util.List;

/** How long reading everybody through the adapter takes, over downloading the same pages, with a heap of 256 MB. */
final class WholeDirectory implements Alone {

    private static final String PROGRAM = "latchkey.directory.graph.ScanProbe";

    @Override
    public String name() {
        return "scan";
    }

    /** A million, or fewer for a trial: {@code LATCHKEY_SCAN_CUSTOMERS}. */
    @Override
    public int customers() {
        return Integer.parseInt(System.getenv().getOrDefault("LATCHKEY_SCAN_CUSTOMERS", "1000000"));
    }

    @Override
    public List<Row> run(Place place) {
        var figures = place.probe().run(PROGRAM, "256m", place.ground().sandboxUrl(), place.syncToken());
        return List.of(Row.atMost(
                "scan of %,.0f customers over raw download of the same pages (heap 256 MB)".formatted(figures.get(2)),
                figures.get(0),
                figures.get(1),
                "s",
                1.3));
    }
}
