package benchmarks.proofs.quota;

import benchmarks.measure.Load;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import tools.jackson.databind.JsonNode;

/** Queues the changes, lets both nodes work on them while agents click, and reads the sandbox's journal. */
final class Run {

    private static final int WRITES = 3_000;
    private static final Duration WINDOW = Duration.ofSeconds(150);
    private static final String SYNC = "a0000000-0000-4000-8000-000000000002";

    private final Stage stage;
    private final int changes;
    private final Duration limit;
    private final AtomicLong clicks = new AtomicLong();

    Run(Stage stage, int changes, Duration limit) {
        this.stage = stage;
        this.changes = changes;
        this.limit = limit;
    }

    Figures figures() {
        stage.startTaking();
        queue();
        stage.control().clearJournal();
        stage.control().set("{\"quotas\":true}");
        stage.startWorking();
        var over = new AtomicBoolean();
        try (var agents = Executors.newVirtualThreadPerTaskExecutor()) {
            stage.nodes().forEach(node -> started(agents.submit(() -> click(node, over))));
            awaitEmptyQueue();
            over.set(true);
        }
        return read();
    }

    private void queue() {
        var people = stage.people();
        Load.together(
                4,
                people.size(),
                turn -> stage.control().editContact(people.get(turn).contact(), "lastname", "Queued" + turn));
        await(() -> waiting() >= people.size(), Duration.ofMinutes(10));
        System.out.println(waiting() + " changes are queued");
    }

    /** An agent opens a customer, again and again, as somebody does who looks for something. */
    private void click(String node, AtomicBoolean over) {
        var token = stage.control().employeeToken("kim");
        for (var turn = 0; !over.get(); turn++) {
            var person = stage.people().get(turn % stage.people().size());
            var answer = stage.web().get(node + "/api/v1/directories/contoso/customers/" + person.customer(), token);
            clicks.addAndGet(answer.status() == 200 ? 1 : 0);
            LockSupport.parkNanos(Duration.ofMillis(300).toNanos());
            if (answer.status() == 401) {
                token = stage.control().employeeToken("kim");
            }
        }
    }

    private void awaitEmptyQueue() {
        await(() -> waiting() == 0, limit);
    }

    private int waiting() {
        var token = stage.control().employeeToken("jo");
        var status = json(stage.nodes().getFirst() + "/api/v1/sync", token);
        return status.get("waiting").asInt() + status.get("running").asInt();
    }

    private Figures read() {
        var answers = stage.control().journal("kind=graph&limit=1000000");
        var first = Instant.MAX;
        var last = Instant.MIN;
        var written = 0;
        var refused = 0L;
        for (var answer : answers) {
            refused += answer.get("status").asInt() == 429 ? 1 : 0;
            if (isWriteOfTheSync(answer)) {
                var at = Instant.parse(answer.get("at").asString());
                first = at.isBefore(first) ? at : first;
                last = at.isAfter(last) ? at : last;
                written++;
            }
        }
        var lasted = written == 0 ? Duration.ZERO : Duration.between(first, last);
        var granted = WRITES + lasted.toMillis() * WRITES / WINDOW.toMillis();
        return new Figures(
                changes, written, lasted, granted, answers.size(), refused, clicks.get(), longerMedianWait());
    }

    private static boolean isWriteOfTheSync(JsonNode answer) {
        return answer.get("method").asString().equals("PATCH")
                && answer.path("appId").asString("").equals(SYNC)
                && answer.get("status").asInt() == 204;
    }

    private double longerMedianWait() {
        var token = stage.control().employeeToken("jo");
        return stage.nodes().stream()
                .mapToDouble(node -> json(node + "/api/v1/quota", token)
                        .get(0)
                        .get("waited")
                        .get("medianMillis")
                        .asDouble())
                .max()
                .orElseThrow();
    }

    private JsonNode json(String url, String token) {
        return stage.control().read(stage.web().get(url, token).expect(200).body());
    }

    private static void await(java.util.function.BooleanSupplier condition, Duration limit) {
        var deadline = System.nanoTime() + limit.toNanos();
        while (!condition.getAsBoolean() && System.nanoTime() < deadline) {
            LockSupport.parkNanos(Duration.ofSeconds(1).toNanos());
        }
    }

    private static void started(Future<?> agent) {
        if (agent.isCancelled()) {
            throw new IllegalStateException("an agent did not begin");
        }
    }
}
