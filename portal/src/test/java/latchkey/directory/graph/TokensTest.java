package latchkey.directory.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import latchkey.audit.Announced;
import latchkey.directory.CustomerId;
import latchkey.directory.Directory;
import latchkey.directory.DirectoryFailure.Misconfigured;
import latchkey.directory.DirectoryFailure.Throttled;
import latchkey.directory.DirectoryFailure.Unavailable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Access tokens: one request for everybody, refusals told apart by their number (facts §2). */
class TokensTest {

    private static final CustomerId JAN = CustomerId.of("contoso", ScriptedGraph.JAN);
    private static final String EXPIRED =
            "{\"error\":{\"code\":\"InvalidAuthenticationToken\",\"message\":\"Access token has expired.\"}}";

    private final ScriptedGraph graph = new ScriptedGraph();
    private final Directory directory = Reached.forAgents(graph.url());

    @AfterEach
    void stop() {
        graph.close();
    }

    @Test
    void manyCallersWaitForOneToken() {
        try (var agents = Executors.newVirtualThreadPerTaskExecutor()) {
            IntStream.range(0, 30)
                    .forEach(agent -> agents.execute(() -> directory.customers().byId(JAN)));
        }

        assertThat(graph.calls()).hasSize(30);
        assertThat(graph.tokensGiven()).isEqualTo(1);
    }

    @Test
    void aRefusedTokenIsReplacedOnceEvenForAWrite() {
        directory.customers().byId(JAN);
        graph.then(401, EXPIRED);

        directory.signIns().block(JAN, Announced.change());

        assertThat(graph.calls())
                .extracting(ScriptedGraph.Seen::authorization)
                .containsExactly("Bearer token-1", "Bearer token-1", "Bearer token-2");
    }

    @Test
    void aTokenRefusedTwiceIsAMistakeOfTheSettings() {
        graph.then(401, EXPIRED).then(401, EXPIRED);

        assertThatThrownBy(() -> directory.customers().byId(JAN))
                .isInstanceOfSatisfying(
                        Misconfigured.class,
                        broken -> assertThat(broken.code()).isEqualTo("InvalidAuthenticationToken"));
        assertThat(graph.calls()).hasSize(2);
    }

    @Test
    void aWrongSecretIsToldByItsNumberAndNotTriedAgainAtOnce() {
        graph.thenToken(401, """
                {"error":"invalid_client","error_description":"AADSTS7000215: Invalid client secret provided.",
                 "error_codes":[7000215]}""");

        assertThatThrownBy(() -> directory.customers().byId(JAN)).isInstanceOf(Misconfigured.class);
        assertThatThrownBy(() -> directory.customers().byId(JAN))
                .isInstanceOfSatisfying(Misconfigured.class, broken -> {
                    assertThat(broken.code()).isEqualTo("AADSTS7000215");
                    assertThat(broken.isTransient()).isFalse();
                });
        assertThat(graph.calls()).isEmpty();
        assertThat(graph.tokensGiven()).isZero();
    }

    @Test
    void aBusySignInServiceIsLeftAlone() {
        graph.thenToken(429, "Too Many Requests", "Retry-After", "60");

        assertThatThrownBy(() -> directory.signIns().block(JAN, Announced.change()))
                .isInstanceOf(Throttled.class);
        assertThatThrownBy(() -> directory.signIns().block(JAN, Announced.change()))
                .isInstanceOf(Throttled.class);
        assertThat(graph.tokensGiven()).isZero();
    }

    @Test
    void withoutATokenNothingWasWritten() {
        graph.thenToken(503, "<html>no</html>");

        assertThatThrownBy(() -> directory.signIns().block(JAN, Announced.change()))
                .isInstanceOf(Unavailable.class);
        assertThat(graph.calls()).isEmpty();
    }
}
