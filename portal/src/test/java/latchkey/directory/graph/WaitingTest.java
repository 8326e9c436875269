package latchkey.directory.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import latchkey.audit.Announced;
import latchkey.directory.CustomerId;
import latchkey.directory.Directory;
import latchkey.directory.DirectoryFailure.Throttled;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nobody calls while the directory asked to wait (facts §12). */
class WaitingTest {

    private static final CustomerId JAN = CustomerId.of("contoso", ScriptedGraph.JAN);
    private static final String BUSY =
            "{\"error\":{\"code\":\"TooManyRequests\",\"message\":\"Please retry again later.\"}}";

    private final ScriptedGraph graph = new ScriptedGraph();
    private final Directory directory = Reached.forAgents(graph.url());

    @BeforeEach
    void learn() {
        directory.kind();
        directory.attributes();
    }

    @AfterEach
    void stop() {
        graph.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "0.2", "date"})
    void nobodyCallsBeforeTheTimeIsOver(String retryAfter) {
        graph.then(429, BUSY, "Retry-After", retryAfter.equals("date") ? inThreeSeconds() : retryAfter);
        assertThatThrownBy(() -> directory.signIns().block(JAN, Announced.change()))
                .isInstanceOf(Throttled.class);

        try (var agents = Executors.newVirtualThreadPerTaskExecutor()) {
            IntStream.range(0, 8)
                    .forEach(agent -> agents.execute(() -> directory.customers().byId(JAN)));
        }

        var calls = graph.calls();
        assertThat(calls).hasSize(9);
        assertThat(Duration.ofNanos(calls.get(1).nanos() - calls.get(0).nanos()))
                .isGreaterThanOrEqualTo(Duration.ofMillis(990));
    }

    @Test
    void aMissingWaitIsGuessed() {
        graph.then(429, BUSY);

        assertThat(directory.customers().byId(JAN)).isPresent();

        var calls = graph.calls();
        assertThat(Duration.ofNanos(calls.get(1).nanos() - calls.get(0).nanos()))
                .isGreaterThanOrEqualTo(Duration.ofMillis(240));
    }

    @Test
    void aServiceThatSaysHowLongItIsAwayIsLeftAlone() {
        graph.then(503, "", "Retry-After", "1");

        assertThat(directory.customers().byId(JAN)).isPresent();

        var calls = graph.calls();
        assertThat(Duration.ofNanos(calls.get(1).nanos() - calls.get(0).nanos()))
                .isGreaterThanOrEqualTo(Duration.ofMillis(990));
    }

    @Test
    void aWaitBeyondAnAgentsPatienceIsToldAtOnce() {
        graph.then(429, BUSY, "Retry-After", "60");

        var started = System.nanoTime();
        assertThatThrownBy(() -> directory.customers().byId(JAN)).isInstanceOf(Throttled.class);
        assertThatThrownBy(() -> directory.signIns().block(JAN, Announced.change()))
                .isInstanceOfSatisfying(
                        Throttled.class,
                        busy -> assertThat(busy.retryAfter())
                                .isBetween(Duration.ofSeconds(50), Duration.ofSeconds(60)));

        assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(Duration.ofSeconds(5));
        assertThat(graph.calls()).hasSize(1);
    }

    @Test
    void aWriteThatWasTurnedAwayIsNotSentAgain() {
        graph.then(429, BUSY, "Retry-After", "1");

        assertThatThrownBy(() -> directory.signIns().block(JAN, Announced.change()))
                .isInstanceOfSatisfying(
                        Throttled.class, busy -> assertThat(busy.code()).isEqualTo("TooManyRequests"));

        assertThat(graph.calls()).hasSize(1);
    }

    @Test
    void theSlowLaneOfMethodsDoesNotHoldUpTheFastOne() {
        graph.then(429, BUSY, "Retry-After", "60");
        assertThatThrownBy(() -> directory.methods().of(JAN)).isInstanceOf(Throttled.class);

        assertThat(directory.customers().byId(JAN)).isPresent();
        assertThatThrownBy(() -> directory.methods().of(JAN)).isInstanceOf(Throttled.class);
        assertThat(graph.calls()).hasSize(2);
    }

    @Test
    void agentsGoBeforeTheSync() {
        Reached.forSync(graph.url()).customers().byId(JAN);
        directory.customers().byId(JAN);

        assertThat(graph.calls()).extracting(ScriptedGraph.Seen::priority).containsExactly("low", "high");
    }

    private static String inThreeSeconds() {
        return DateTimeFormatter.RFC_1123_DATE_TIME.format(
                ZonedDateTime.now(ZoneOffset.UTC).plusSeconds(3));
    }
}
