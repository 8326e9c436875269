package benchmarks.scenarios;

import benchmarks.measure.Load;
import benchmarks.measure.Row;
import java.util.List;

/** How long a search takes over one Graph call, 80 ms injected per call of Graph. */
final class Search implements Scenario {

    private static final int SEARCHES = 200;

    private static final List<String> TYPED = List.of("C-100017", "jan.ordinary@example.com", "Mari", "C-100123");

    @Override
    public String name() {
        return "search";
    }

    @Override
    public List<Row> run(Stage stage) {
        var token = stage.graphToken();
        Load.Operation search = turn -> stage.web()
                .postJson(
                        stage.ground().portalUrl() + "/api/v1/searches",
                        stage.agentToken(),
                        "{\"query\":\"" + TYPED.get(turn % TYPED.size()) + "\"}")
                .expect(201);
        Load.Operation call = turn -> stage.web()
                .get(
                        stage.ground().sandboxUrl() + "/v1.0/users?$top=25&" + Stage.GRAPH_SELECT
                                + "&$filter=startsWith(displayName,'Mari')",
                        token)
                .expect(200);
        Load.oneByOne(60, search);
        Load.oneByOne(60, call);
        stage.control().set("{\"graphLatencyMillis\":80,\"dataverseLatencyMillis\":80}");
        var calls = Load.oneByOne(SEARCHES, call);
        var searches = Load.oneByOne(SEARCHES, search);
        stage.control().set("{\"graphLatencyMillis\":0,\"dataverseLatencyMillis\":0}");
        return List.of(Row.atMost(
                "search, median, over one Graph call (80 ms injected)", searches.median(), calls.median(), "ms", 1.25));
    }
}
