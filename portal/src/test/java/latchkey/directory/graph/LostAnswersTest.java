package latchkey.directory.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import latchkey.audit.Announced;
import latchkey.directory.Customer;
import latchkey.directory.CustomerId;
import latchkey.directory.Directory;
import latchkey.directory.DirectoryFailure;
import latchkey.directory.DirectoryFailure.OutcomeUnknown;
import latchkey.directory.DirectoryFailure.Unavailable;
import latchkey.testing.Asvs;
import latchkey.testing.SandboxProcess;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers that get lost, come in pieces or make no sense: reads are repeated, writes never. */
class LostAnswersTest {

    private static final CustomerId JAN = CustomerId.of("contoso", ScriptedGraph.JAN);
    private static final String GATEWAY_PAGE = "<html><body><h1>502 Bad Gateway</h1></body></html>";

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

    @Test
    void aReadIsRepeatedUntilItIsAnswered() {
        graph.thenHangUp()
                .then(500, "{\"error\":{\"code\":\"Service_InternalServerError\"}}")
                .then(502, GATEWAY_PAGE, "Content-Type", "text/html")
                .then(200, "{\"id\":")
                .thenHalfAnAnswer();

        assertThat(directory.customers().byId(JAN)).map(Customer::displayName).contains("Jan Novák");
        assertThat(graph.calls()).hasSize(6);
    }

    @Test
    void everyRepetitionIsTheSameRequestToMicrosoftsSupport() {
        graph.thenHangUp().then(503, "");

        directory.customers().byId(JAN);

        assertThat(graph.calls())
                .extracting(ScriptedGraph.Seen::clientRequestId)
                .hasSize(3)
                .containsOnly(graph.calls().getFirst().clientRequestId());
    }

    @Test
    void aWriteWhoseAnswerWasLostIsNotSentAgain() {
        graph.thenHangUp();

        assertThatThrownBy(() -> directory.signIns().block(JAN, Announced.change()))
                .isInstanceOf(OutcomeUnknown.class);
        assertThat(graph.calls()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 502, 503, 504, 408})
    void aServersFaultLeavesAWriteOpen(int status) {
        graph.then(status, GATEWAY_PAGE, "request-id", "r-77");

        assertThatThrownBy(() -> directory.signIns().block(JAN, Announced.change()))
                .isInstanceOfSatisfying(
                        OutcomeUnknown.class,
                        open -> assertThat(open.requestId()).isEqualTo("r-77"));
        assertThat(graph.calls()).hasSize(1);
    }

    @Test
    void collidingWritesAreKnownNotToHaveHappened() {
        graph.then(503, "{\"error\":{\"code\":\"directory_concurrencyviolation\",\"message\":\"busy\"}}");

        assertThatThrownBy(() -> directory.signIns().block(JAN, Announced.change()))
                .isInstanceOf(Unavailable.class);
    }

    @Test
    void aDirectoryThatCannotBeReachedHasDoneNothing() {
        var nowhere = Reached.forAgents("http://127.0.0.1:" + SandboxProcess.freePort());

        assertThatThrownBy(() -> nowhere.signIns().block(JAN, Announced.change()))
                .isInstanceOf(Unavailable.class);
    }

    @Test
    void aWriteCarriesTheTrailsEntryAsItsId() {
        var announced = Announced.change();

        var receipt = directory.signIns().block(JAN, announced);

        assertThat(receipt.requestId()).isEqualTo("r-1");
        assertThat(graph.calls().getFirst().clientRequestId())
                .isEqualTo(announced.id().toString());
        assertThat(graph.calls().getFirst().body()).isEqualTo("{\"accountEnabled\":false}");
    }

    @Test
    @Asvs("15.3.2")
    void aRedirectIsNotFollowed() {
        try (var elsewhere = new ScriptedGraph()) {
            graph.then(302, "", "Location", elsewhere.url() + "/v1.0/users/" + ScriptedGraph.JAN);

            assertThatThrownBy(() -> directory.signIns().block(JAN, Announced.change()))
                    .isInstanceOf(DirectoryFailure.class);
            assertThat(elsewhere.calls()).isEmpty();
        }
    }
}
