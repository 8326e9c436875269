package benchmarks.scenarios;

import benchmarks.measure.Load;
import benchmarks.measure.Row;
import java.util.List;

/** How many customers a second the API shows, over asking the sandbox directly with the same client. */
final class Throughput implements Scenario {

    private static final int THREADS = 8;

    private static final int CALLS = 12_000;

    @Override
    public String name() {
        return "throughput";
    }

    @Override
    public List<Row> run(Stage stage) {
        var people = stage.control().people(500, stage.control().dataverseToken());
        var token = stage.graphToken();
        Load.Operation show = turn -> stage.web()
                .get(stage.endpoint(people.get(turn % people.size()).customer()), stage.agentToken())
                .expect(200);
        Load.Operation ask = turn -> stage.web()
                .get(stage.graph(people.get(turn % people.size()).customer()) + "?" + Stage.GRAPH_SELECT, token)
                .expect(200);
        Load.together(THREADS, CALLS / 2, show);
        Load.together(THREADS, CALLS / 2, ask);
        var asked = Load.together(THREADS, CALLS, ask);
        var shown = Load.together(THREADS, CALLS, show);
        return List.of(Row.atLeast("API GET customer over the sandbox asked directly", shown, asked, "/s", 0.4));
    }
}
