package benchmarks.scenarios;

import benchmarks.measure.Load;
import benchmarks.measure.Row;
import java.util.List;

/** How long the portal takes to be healthy, and how much memory it holds after 1,000 page views. */
final class Footprint implements Scenario {

    @Override
    public String name() {
        return "footprint";
    }

    @Override
    public List<Row> run(Stage stage) {
        var people = stage.control().people(500, stage.control().dataverseToken());
        Load.oneByOne(
                1_000,
                turn -> stage.web()
                        .get(stage.page(people.get(turn % people.size()).customer()), null)
                        .expect(200));
        return List.of(
                Row.limit("portal, start to healthy", stage.start().toMillis() / 1000.0, "s", 5),
                Row.limit(
                        "portal's resident memory after 1,000 page views",
                        (double) stage.ground().portal().residentMebibytes(),
                        "MiB",
                        450));
    }
}
