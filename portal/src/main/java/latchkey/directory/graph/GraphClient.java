package latchkey.directory.graph;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.observation.Observation;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import latchkey.directory.DirectoryFailure;
import latchkey.directory.DirectoryFailure.Throttled;
import latchkey.directory.DirectoryFailure.Unavailable;
import latchkey.directory.Receipt;
import latchkey.directory.graph.quota.Governor;
import latchkey.tracing.Spans;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import tools.jackson.core.JacksonException;

/**
 * Calls Graph for one app registration: reads are repeated until the lane's patience ends, writes are sent once, nobody
 * calls while a Retry-After runs.
 */
final class GraphClient {

    private static final Duration FIRST_PAUSE = Duration.ofMillis(150);
    private static final int LONGEST_SHIFT = 4;

    private final Lane lane;
    private final Root root;
    private final Wire wire;
    private final Tokens tokens;
    private final Clock clock;
    private final CallMetrics metrics;
    private final Governor governor;
    private final MeterRegistry meters;
    private final Spans spans;
    private final Gates gates;
    private volatile Runnable denied = () -> {};

    GraphClient(
            Lane lane,
            Root root,
            Wire wire,
            Tokens tokens,
            Governor governor,
            Clock clock,
            MeterRegistry meters,
            Spans spans) {
        this(lane, root, wire, tokens, governor, clock, meters, spans, new Gates());
    }

    private GraphClient(
            Lane lane,
            Root root,
            Wire wire,
            Tokens tokens,
            Governor governor,
            Clock clock,
            MeterRegistry meters,
            Spans spans,
            Gates gates) {
        this.lane = lane;
        this.root = root;
        this.wire = wire;
        this.tokens = tokens;
        this.governor = governor;
        this.clock = clock;
        this.meters = meters;
        this.spans = spans;
        this.metrics = new CallMetrics(meters, lane);
        this.gates = gates;
    }

    /** The same app registration for other callers, who wait at the same gates. */
    GraphClient inLane(Lane other) {
        return new GraphClient(other, root, wire, tokens, governor, clock, meters, spans, gates);
    }

    /** The object id of the app registration's service principal, by which the directory's log names it. */
    Optional<String> principal() {
        return Principal.of(tokens.current());
    }

    /** What to do when Graph denies something: what was known about permissions may be old. */
    void whenDenied(Runnable reaction) {
        denied = reaction;
    }

    /** Asks, and asks again after 429, 5xx, a lost connection or an unreadable answer while the patience lasts. */
    <T> T read(GraphCall call, Function<byte[], T> reader) {
        var deadline = Deadline.in(lane.patience());
        @Nullable Unavailable before = null;
        for (var attempt = 0; ; attempt++) {
            try {
                return readOnce(call, reader, deadline);
            } catch (Throttled e) {
                // The gate is closed for that long; the next round waits there.
                giveUpUnless(deadline.allows(e.retryAfter()), cause(before, e));
            } catch (Unavailable e) {
                before = e;
                pauseOrGiveUp(e, attempt, deadline);
            }
        }
    }

    // A further try that our own count does not allow is not the trouble; what made it necessary is.
    private static DirectoryFailure cause(@Nullable Unavailable before, Throttled last) {
        return before != null && Governor.REFUSED.equals(last.code()) ? before : last;
    }

    /** Every page of a list, each read like {@link #read}. */
    <T> List<T> readAll(GraphCall call, Function<byte[], Page<T>> reader) {
        var items = new ArrayList<T>();
        for (var next = call; next != null; ) {
            var page = read(next, reader);
            items.addAll(page.items());
            next = page.nextLink() == null ? null : next.following(page.nextLink());
        }
        return items;
    }

    /** Sends once; what the answer, or its loss, means is decided by {@link Failures}. */
    Receipt write(GraphCall call) {
        waitForTurn(call, Deadline.in(lane.patience()));
        var answer = written(call);
        if (answer.isGood()) {
            return new Receipt(answer.requestId());
        }
        closeWhileUnavailable(call, answer);
        throw answer.status() == 429 ? throttled(call, answer) : Failures.ofWrite(answer);
    }

    private <T> T readOnce(GraphCall call, Function<byte[], T> reader, Deadline deadline) {
        waitForTurn(call, deadline);
        var answer = asked(call);
        if (!answer.isGood()) {
            closeWhileUnavailable(call, answer);
            throw answer.status() == 429 ? throttled(call, answer) : Failures.ofRead(answer);
        }
        try {
            return reader.apply(answer.body());
        } catch (JacksonException e) {
            throw Failures.ofLostRead(e);
        }
    }

    private Answer asked(GraphCall call) {
        try {
            return sent(call);
        } catch (IOException e) {
            throw Failures.ofLostRead(e);
        }
    }

    private Answer written(GraphCall call) {
        try {
            return sent(call);
        } catch (IOException e) {
            throw Failures.ofLostWrite(e);
        }
    }

    // A 401 comes before anything is done, so even a write is sent again, once, with a fresh token (facts §3.2).
    private Answer sent(GraphCall call) throws IOException {
        var token = token(call);
        var answer = sent(call, token);
        if (answer.status() == 403) {
            denied.run();
        }
        return answer.status() == 401 ? sentAgain(call, token) : answer;
    }

    // The second request is charged as the first was.
    private Answer sentAgain(GraphCall call, String refused) throws IOException {
        var fresh = tokens.insteadOf(refused);
        governor.enter(call.cost(), lane.turn(), lane.patience());
        return sent(call, fresh);
    }

    private Answer sent(GraphCall call, String token) throws IOException {
        var step = spans.step("graph", "Graph " + call.operation())
                .highCardinalityKeyValue("client-request-id", call.id().toString());
        return step.observeChecked(() -> told(step, timed(call, token)));
    }

    private static Answer told(Observation step, Answer answer) {
        step.lowCardinalityKeyValue("status", Integer.toString(answer.status()));
        return answer;
    }

    private Answer timed(GraphCall call, String token) throws IOException {
        var target = root.of(call.target());
        var started = System.nanoTime();
        try {
            var answer = wire.send(call.method(), target, headers -> fill(headers, call, token), call.body());
            metrics.answered(call, answer.status(), System.nanoTime() - started);
            learn(call, answer);
            return answer;
        } catch (IOException e) {
            metrics.lost(call, System.nanoTime() - started);
            throw e;
        }
    }

    private void learn(GraphCall call, Answer answer) {
        if (answer.status() != 429) {
            gates.of(call).answered();
            governor.answered(call.cost(), answer::header);
        }
    }

    private String token(GraphCall call) {
        try {
            return tokens.current();
        } catch (Throttled e) {
            throw new Throttled(gates.of(call).close(e.retryAfter()), e.getMessage(), e.code(), null);
        }
    }

    private void fill(HttpHeaders headers, GraphCall call, String token) {
        headers.setBearerAuth(token);
        headers.setAccept(List.of(MediaType.APPLICATION_JSON));
        headers.set("client-request-id", call.id().toString());
        headers.set("x-ms-throttle-priority", lane.priority());
        if (call.eventual()) {
            headers.set("ConsistencyLevel", "eventual");
        }
        if (call.body() != null) {
            headers.setContentType(MediaType.APPLICATION_JSON);
        }
    }

    // Looks at the gates again after waiting for the permit: one of them may have closed meanwhile.
    private void waitForTurn(GraphCall call, Deadline deadline) {
        gates.pass(call, deadline);
        spans.step("quota", "wait for a permit")
                .observe(() -> governor.enter(call.cost(), lane.turn(), deadline.left()));
        gates.pass(call, deadline);
    }

    // RFC 9110 §10.2.3: with 503 the header says how long the service expects to be unavailable.
    private void closeWhileUnavailable(GraphCall call, Answer answer) {
        var asked = RetryAfter.read(answer.header(HttpHeaders.RETRY_AFTER), clock);
        if (answer.status() == 503 && asked != null) {
            gates.of(call).close(asked);
        }
    }

    private Throttled throttled(GraphCall call, Answer answer) {
        var asked = RetryAfter.read(answer.header(HttpHeaders.RETRY_AFTER), clock);
        var scope = answer.header("x-ms-throttle-scope");
        var wait = gates.meant(call, scope).close(asked);
        governor.refused(call.cost(), wait, scope, answer.header("x-ms-throttle-information"));
        var error = ErrorBody.of(answer);
        return new Throttled(wait, error.message(), error.code(), error.requestId());
    }

    // The same question would be refused again for ever (facts §3.1): who asked begins anew.
    private static boolean isForgotten(DirectoryFailure failure) {
        return "Directory_ExpiredPageToken".equals(failure.code());
    }

    private static void pauseOrGiveUp(DirectoryFailure failure, int attempt, Deadline deadline) {
        giveUpUnless(!isForgotten(failure), failure);
        var most = FIRST_PAUSE.multipliedBy(1L << Math.min(attempt, LONGEST_SHIFT));
        var pause = Duration.ofMillis(ThreadLocalRandom.current().nextLong(most.toMillis() / 2, most.toMillis() + 1));
        giveUpUnless(deadline.allows(pause), failure);
        Gate.pause(pause);
    }

    private static void giveUpUnless(boolean thereIsTime, DirectoryFailure failure) {
        if (!thereIsTime) {
            throw failure;
        }
    }
}
