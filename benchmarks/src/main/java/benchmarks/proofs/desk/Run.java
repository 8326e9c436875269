package benchmarks.proofs.desk;

import benchmarks.ground.Web;
import benchmarks.measure.Durations;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import tools.jackson.databind.JsonNode;

/** Lets the agents open customers as planned while contacts change, and reads the sandbox's journal afterwards. */
final class Run {

    private static final Duration BETWEEN_EDITS = Duration.ofSeconds(2);

    private final Stage stage;
    private final Plan plan;
    private final Queue<Long> pages = new ConcurrentLinkedQueue<>();
    private final Queue<Long> methods = new ConcurrentLinkedQueue<>();
    private final Queue<String> wrong = new ConcurrentLinkedQueue<>();
    private final AtomicInteger edits = new AtomicInteger();

    Run(Stage stage, Plan plan) {
        this.stage = stage;
        this.plan = plan;
    }

    Figures figures() {
        everybodyOpensOne();
        stage.control().set("{\"quotas\":true,\"graphLatencyMillis\":80}");
        stage.control().clearJournal();
        var over = new AtomicBoolean();
        try (var work = Executors.newVirtualThreadPerTaskExecutor()) {
            var editing = work.submit(() -> edit(over));
            var begin = System.nanoTime();
            for (var opening : plan.openings()) {
                var due = begin + opening.after().toNanos();
                LockSupport.parkNanos(due - System.nanoTime());
                work.execute(() -> carryOut(opening, due));
            }
            over.set(true);
            if (editing.isCancelled()) {
                throw new IllegalStateException("nobody edited contacts");
            }
        }
        return read();
    }

    /** A morning's beginning, and a portal that has seen some pages, as one in use has. */
    private void everybodyOpensOne() {
        for (var agent = 0; agent < plan.agents(); agent++) {
            stage.open(agent, stage.person((double) agent / plan.agents())).expect(200);
        }
    }

    private void edit(AtomicBoolean over) {
        for (var turn = 0; !over.get(); turn++) {
            var person = stage.person(turn % 1_000 / 1_000.0);
            stage.control().editContact(person.contact(), "lastname", "Edited" + turn);
            edits.incrementAndGet();
            LockSupport.parkNanos(BETWEEN_EDITS.toNanos());
        }
    }

    /** The time counts from the moment that was planned, waiting for a processor included. */
    private void carryOut(Plan.Opening opening, long due) {
        var person = stage.person(opening.customer());
        judge(stage.open(opening.agent(), person), "id=\"panel-timeline\"");
        pages.add(System.nanoTime() - due);
        if (opening.asksForMethods()) {
            var asked = System.nanoTime();
            judge(stage.askForMethods(opening.agent(), person), "id=\"panel-methods\"");
            methods.add(System.nanoTime() - asked);
        }
    }

    private void judge(Web.Answer answer, String wanted) {
        if (answer.status() != 200 || !answer.body().contains(wanted)) {
            wrong.add(answer.status() + " without " + wanted);
        }
    }

    private Figures read() {
        var users = 0L;
        var methodCalls = 0L;
        var logCalls = 0L;
        var refused = 0L;
        for (var answer : stage.control().journal("kind=graph&limit=1000000")) {
            var path = answer.get("path").asString();
            refused += answer.get("status").asInt() == 429 ? 1 : 0;
            methodCalls += path.contains("/authentication/") ? 1 : 0;
            logCalls += path.contains("/auditLogs/") ? 1 : 0;
            users += isReadOfAnAgent(answer, path) ? 1 : 0;
        }
        return new Figures(
                durations(pages), durations(methods), wrong.size(), users, methodCalls, logCalls, refused, edits.get());
    }

    private static boolean isReadOfAnAgent(JsonNode answer, String path) {
        return answer.get("method").asString().equals("GET")
                && answer.path("appId").asString("").equals("a0000000-0000-4000-8000-000000000001")
                && path.matches("/v1.0/users/[^/]+");
    }

    private static Durations durations(Queue<Long> nanos) {
        return Durations.of(nanos.stream().mapToLong(Long::longValue).toArray());
    }
}
