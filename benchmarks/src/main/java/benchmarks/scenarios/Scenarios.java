package benchmarks.scenarios;

import benchmarks.ground.Ground;
import benchmarks.ground.SandboxControl;
import benchmarks.ground.Web;
import benchmarks.measure.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Every scenario, run one after the other against one portal and one sandbox. */
public final class Scenarios {

    /** Footprint first: memory is measured after 1,000 views of a fresh portal, not after the load of the others. */
    private static final List<Scenario> ALL =
            List.of(new Footprint(), new CustomerPage(), new Search(), new Throughput(), new Intake(), new Pushes());

    private Scenarios() {}

    /** Runs the named ones, or all when none is named. */
    public static List<Row> run(List<String> names) {
        var chosen = ALL.stream()
                .filter(scenario -> names.isEmpty() || names.contains(scenario.name()))
                .toList();
        if (chosen.isEmpty()) {
            throw new IllegalArgumentException("There is no scenario of that name. There are: "
                    + String.join(", ", ALL.stream().map(Scenario::name).toList()));
        }
        var folder = Ground.emptied(Ground.root().resolve("build").resolve("bench"));
        try (var ground = new Ground(folder);
                var web = new Web();
                var dataverse = new Web()) {
            ground.startSandbox();
            // The first start makes the database; what is measured is a start like every later one.
            ground.startPortal(List.of("-XX:TieredStopAtLevel=1"), Map.of());
            ground.portal().close();
            var start = ground.startPortal(List.of(), Map.of());
            web.signIn(ground.portalUrl(), "kim");
            var control = new SandboxControl(web, ground.sandboxUrl());
            var stage = new Stage(ground, web, dataverse, control, control.employeeToken("kim"), start);
            var rows = new ArrayList<Row>();
            for (var scenario : chosen) {
                System.err.println("  " + scenario.name() + " ...");
                var measured = scenario.run(stage);
                measured.forEach(row -> System.err.println("    " + row));
                rows.addAll(measured);
            }
            return rows;
        }
    }
}
