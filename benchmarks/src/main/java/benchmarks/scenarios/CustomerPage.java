package benchmarks.scenarios;

import benchmarks.measure.Load;
import benchmarks.measure.Row;
import java.util.List;

/** How long a customer page takes over the slowest Graph call it needs, 80 ms injected per call. */
final class CustomerPage implements Scenario {

    private static final int VIEWS = 300;

    @Override
    public String name() {
        return "customer-page";
    }

    @Override
    public List<Row> run(Stage stage) {
        var people = stage.control().people(VIEWS, stage.control().dataverseToken());
        var token = stage.graphToken();
        Load.Operation view = turn -> stage.web()
                .get(stage.page(people.get(turn % people.size()).customer()), null)
                .expect(200);
        Load.Operation call = turn -> stage.web()
                .get(stage.graph(people.get(turn % people.size()).customer()) + "?" + Stage.GRAPH_SELECT, token)
                .expect(200);
        Load.oneByOne(100, view);
        Load.oneByOne(100, call);
        stage.graphLatency(80);
        var calls = Load.oneByOne(VIEWS, call);
        var views = Load.oneByOne(VIEWS, view);
        stage.graphLatency(0);
        return List.of(
                Row.atMost(
                        "customer page, median, over one Graph call (80 ms injected)",
                        views.median(),
                        calls.median(),
                        "ms",
                        1.25),
                Row.atMost(
                        "customer page, p99, over one Graph call (80 ms injected)",
                        views.percentile(99),
                        calls.percentile(99),
                        "ms",
                        1.6));
    }
}
