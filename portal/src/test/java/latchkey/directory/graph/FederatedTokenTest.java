package latchkey.directory.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import latchkey.directory.CustomerId;
import latchkey.directory.Directory;
import latchkey.directory.DirectoryFailure.Misconfigured;
import latchkey.directory.DirectorySettings.AppRegistration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tokens of another issuer in place of a secret (RFC 7523 §2.2). */
class FederatedTokenTest {

    private static final CustomerId JAN = CustomerId.of("contoso", ScriptedGraph.JAN);
    private static final String EXPIRED =
            "{\"error\":{\"code\":\"InvalidAuthenticationToken\",\"message\":\"Access token has expired.\"}}";

    @TempDir
    private Path folder;

    private final ScriptedGraph graph = new ScriptedGraph();

    @AfterEach
    void stop() {
        graph.close();
    }

    @Test
    void theTokenInTheFileIsSentAndReadAgainEachTime() throws IOException {
        var file = Files.writeString(folder.resolve("token"), "first.federated.token\n");
        var directory = with(file);
        directory.customers().byId(JAN);
        Files.writeString(file, "second.federated.token");
        graph.then(401, EXPIRED);

        directory.customers().byId(JAN);

        assertThat(graph.tokenForms())
                .hasSize(2)
                .allSatisfy(
                        form -> assertThat(form)
                                .contains(
                                        "client_assertion_type=urn%3Aietf%3Aparams%3Aoauth%3Aclient-assertion-type%3Ajwt-bearer"))
                .satisfiesExactly(
                        first -> assertThat(first).contains("client_assertion=first.federated.token"),
                        second -> assertThat(second).contains("client_assertion=second.federated.token"));
    }

    @Test
    void withoutTheFileNothingIsAskedOfMicrosoft() {
        assertThatThrownBy(() -> with(folder.resolve("absent")).customers().byId(JAN))
                .isInstanceOf(Misconfigured.class)
                .hasMessageContaining("absent");
        assertThat(graph.tokenForms()).isEmpty();
    }

    @Test
    void anEmptyFileIsNoToken() throws IOException {
        var file = Files.writeString(folder.resolve("empty"), "\n");

        assertThatThrownBy(() -> with(file).customers().byId(JAN)).isInstanceOf(Misconfigured.class);
    }

    private Directory with(Path file) {
        var registration = new AppRegistration(UUID.randomUUID(), null, null, file, null, null);
        return Reached.with(Reached.settings(graph.url(), Reached.TENANT, registration))
                .forAgents(Reached.CONTOSO)
                .orElseThrow();
    }
}
