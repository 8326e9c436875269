package latchkey.directory.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import latchkey.directory.DirectoryFailure.Misconfigured;
import latchkey.testing.Asvs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bearer tokens go to the configured Graph and nowhere else. */
class RootTest {

    private final Root root = new Root(URI.create("https://graph.microsoft.com"));

    @Test
    void aPathIsBelowTheVersion() {
        assertThat(root.of("users?$top=1")).hasToString("https://graph.microsoft.com/v1.0/users?$top=1");
    }

    @Test
    void aLinkOfTheSameGraphIsUsedUnchanged() {
        var link = "https://graph.microsoft.com/v1.0/users?$select=id&$skiptoken=RFNwdAIAAQ%3D%3D'x'";

        assertThat(root.of(link)).hasToString(link);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example/v1.0/users",
                "http://graph.microsoft.com/v1.0/users",
                "https://graph.microsoft.com:8443/v1.0/users",
                "https://graph.microsoft.com@evil.example/v1.0/users",
                "https://user@graph.microsoft.com/v1.0/users",
                "https://graph.microsoft.com.evil.example/v1.0/users",
                "https://graph.microsoft.com/beta/users",
                "https://graph.microsoft.com/v1.0/../admin",
                "https://graph.microsoft.com/v1.0",
                "https://[::1]/v1.0/users",
                "ftp://graph.microsoft.com/v1.0/users",
                "https://graph.microsoft.com/v1.0/ users",
                "javascript://graph.microsoft.com/v1.0/users"
            })
    void aLinkToAnotherPlaceIsRefused(String link) {
        assertThatThrownBy(() -> root.of(link)).isInstanceOf(Misconfigured.class);
    }

    @Test
    @Asvs("13.2.4")
    void nothingIsSentToTheOtherPlace() {
        try (var elsewhere = new ScriptedGraph();
                var graph = new ScriptedGraph()) {
            var directory = Reached.forAgents(graph.url());
            graph.then(200, """
                    {"value":[],"@odata.nextLink":"%s/v1.0/users/next"}""".formatted(elsewhere.url()));

            assertThatThrownBy(() -> directory
                            .methods()
                            .of(new latchkey.directory.CustomerId(
                                    Reached.CONTOSO, java.util.UUID.fromString(ScriptedGraph.JAN))))
                    .isInstanceOf(Misconfigured.class);
            assertThat(graph.calls()).hasSize(1);
            assertThat(elsewhere.calls()).isEmpty();
        }
    }
}
