package benchmarks.scenarios;

import benchmarks.ground.Ground;
import benchmarks.ground.SandboxControl;
import benchmarks.ground.Web;
import benchmarks.measure.Row;
import benchmarks.probe.Probe;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Every scenario, run one after the other: most against one portal and one sandbox. */
public final class Scenarios {

    /** Footprint first: memory is measured after 1,000 views of a fresh portal, not after the load of the others. */
    private static final List<Scenario> ALL =
            List.of(new Footprint(), new CustomerPage(), new Search(), new Throughput(), new Intake(), new Pushes());

    /** Afterwards those that need no portal. */
    private static final List<Alone> ALONE = List.of(new AuditTrail(), new Adapter(), new WholeDirectory());

    private Scenarios() {}

    /** Runs the named ones, or all when none is named. */
    public static List<Row> run(List<String> names) {
        var together = ALL.stream()
                .filter(scenario -> names.isEmpty() || names.contains(scenario.name()))
                .toList();
        var alone = ALONE.stream()
                .filter(scenario -> names.isEmpty() || names.contains(scenario.name()))
                .toList();
        if (together.isEmpty() && alone.isEmpty()) {
            throw new IllegalArgumentException(
                    "There is no scenario of that name. There are: " + String.join(", ", names()));
        }
        var folder = Ground.emptied(Ground.root().resolve("build").resolve("bench"));
        var rows = new ArrayList<Row>();
        if (!together.isEmpty()) {
            together(folder, together, rows);
        }
        alone.forEach(scenario -> alone(folder, scenario, rows));
        return rows;
    }

    private static List<String> names() {
        return Stream.concat(ALL.stream().map(Scenario::name), ALONE.stream().map(Alone::name))
                .toList();
    }

    private static void together(Path folder, List<Scenario> chosen, List<Row> rows) {
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
            for (var scenario : chosen) {
                System.err.println("  " + scenario.name() + " ...");
                told(scenario.run(stage), rows);
            }
        }
    }

    private static void alone(Path folder, Alone scenario, List<Row> rows) {
        System.err.println("  " + scenario.name() + " ...");
        try (var ground = new Ground(folder);
                var web = new Web()) {
            var probe = Probe.compiled(folder, Ground.root().resolve("build"));
            ground.startSandbox("--sandbox.customers=" + scenario.customers());
            told(scenario.run(new Alone.Place(ground, new SandboxControl(web, ground.sandboxUrl()), probe)), rows);
        }
    }

    private static void told(List<Row> measured, List<Row> rows) {
        measured.forEach(row -> System.err.println("    " + row));
        rows.addAll(measured);
    }
}
