package benchmarks.scenarios;

import benchmarks.measure.Load;
import benchmarks.measure.Row;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import tools.jackson.databind.JsonNode;

/** How many contact changes a second reach the directory, over bare GET and PATCH pairs of as many threads, 40 ms injected. */
final class Pushes implements Scenario {

    /** The engine's own default number of changes in flight. */
    static final int AT_ONCE = 16;

    private static final int CHANGES = 2_000;

    private static final String PATCHES = "kind=graph&method=PATCH&limit=200000";

    @Override
    public String name() {
        return "pushes";
    }

    @Override
    public List<Row> run(Stage stage) {
        var people = stage.control().people(CHANGES, stage.control().dataverseToken());
        var token = stage.syncToken();
        push(stage, people, "Warm", 400);
        stage.graphLatency(40);
        var bare = Load.together(AT_ONCE, CHANGES, turn -> {
            var user = stage.graph(people.get(turn).customer());
            stage.web().get(user + "?$select=id,mail,givenName,surname", token).expect(200);
            stage.web()
                    .json("PATCH", user, token, "{\"givenName\":\"Bare" + turn + "\"}")
                    .expect(204);
        });
        var pushed = push(stage, people, "Pushed", CHANGES);
        stage.graphLatency(0);
        return List.of(Row.atLeast(
                "sync pushes over bare GET and PATCH pairs, %d at once (40 ms injected)".formatted(AT_ONCE),
                pushed,
                bare,
                "/s",
                0.7));
    }

    /** All changes are saved while the portal cannot be reached by webhooks, then told at once, so that the engine is the bound. */
    private static double push(
            Stage stage, List<benchmarks.ground.SandboxControl.Person> people, String name, int count) {
        stage.control().set("{\"webhooksEnabled\":false}");
        for (var turn = 0; turn < count; turn++) {
            stage.control().editContact(people.get(turn).contact(), "lastname", name + turn);
        }
        stage.control().clearJournal();
        Load.together(AT_ONCE, count, turn -> stage.tell(people.get(turn).contact()));
        var patches = await(stage, count);
        stage.control().set("{\"webhooksEnabled\":true}");
        var first = Instant.parse(patches.getFirst().get("at").asString());
        var last = patches.stream()
                .map(entry -> Instant.parse(entry.get("finishedAt").asString()))
                .max(Instant::compareTo)
                .orElseThrow();
        return patches.size() / (Duration.between(first, last).toNanos() / 1e9);
    }

    private static List<JsonNode> await(Stage stage, int count) {
        var deadline = System.nanoTime() + Duration.ofMinutes(3).toNanos();
        var patches = stage.control().journal(PATCHES);
        while (patches.size() < count) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("only " + patches.size() + " of " + count + " changes were pushed");
            }
            LockSupport.parkNanos(Duration.ofMillis(250).toNanos());
            patches = stage.control().journal(PATCHES);
        }
        return patches;
    }
}
