package latchkey.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** The watch over all writes of the run is awake. */
class WritesInTheTrailTest {

    private final SandboxProcess sandbox = SandboxProcess.fresh();

    @Test
    void aWriteThatNobodyAnnouncedIsFound() throws Exception {
        var jan = sandbox.control().person("jan-ordinary").userId();
        var form = "grant_type=client_credentials&client_id=a0000000-0000-4000-8000-000000000001"
                + "&client_secret=sandbox-portal-secret&scope=https%3A%2F%2Fgraph.microsoft.com%2F.default";
        var token = new JsonMapper()
                .readTree(send(HttpRequest.newBuilder(
                                URI.create(sandbox.url() + "/b2c00000-0000-4000-8000-000000000001/oauth2/v2.0/token"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form))))
                .path("access_token")
                .asString();
        send(HttpRequest.newBuilder(URI.create(sandbox.url() + "/v1.0/users/" + jan))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .header("client-request-id", UUID.randomUUID().toString())
                .method("PATCH", BodyPublishers.ofString("{\"city\":\"Nowhere\"}")));

        assertThatThrownBy(sandbox.control()::reset)
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining(String.valueOf(jan));
        assertThatCode(sandbox.control()::reset).doesNotThrowAnyException();
    }

    private static String send(HttpRequest.Builder request) throws Exception {
        try (var http = HttpClient.newHttpClient()) {
            var answer = http.send(request.build(), BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(answer.body()).isLessThan(300);
            return answer.body();
        }
    }
}
