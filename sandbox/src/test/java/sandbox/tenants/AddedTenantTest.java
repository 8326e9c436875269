package sandbox.tenants;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sandbox.Sandbox;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A sandbox that was started with a seed file, from outside. */
class AddedTenantTest {

    private static final String CLIENT = "0f000000-0000-4000-8000-000000000002";

    @TempDir
    private Path folder;

    private String root = "";

    @Test
    void itsApplicationReadsItsCustomersAndAsksAdvancedQuestions() throws IOException {
        var seed = Files.writeString(folder.resolve("seed.yml"), """
                tenants:
                  - id: 0f000000-0000-4000-8000-000000000001
                    domain: acme.onmicrosoft.com
                    name: Acme
                    kind: external-id
                    advancedQueries: true
                    customers: 5
                    attributes: {Brand: String}
                applications:
                  - tenant: acme.onmicrosoft.com
                    id: 0f000000-0000-4000-8000-000000000002
                    secret: acme-secret
                    permissions: [User.Read.All]
                """);
        try (var sandbox = Sandbox.start(
                "--server.port=0",
                "--sandbox.smtp-port=0",
                "--sandbox.customers=1",
                "--sandbox.check-answers=true",
                "--sandbox.seed=" + seed)) {
            root = sandbox.root().toString();
            var token = token();

            var all = get("/v1.0/users?%24count=true&%24select=id,identities", token);
            assertThat(all.path("@odata.count").asInt()).as(all.toString()).isEqualTo(5);
            assertThat(all.path("value").findValuesAsString("issuer")).contains("acme.onmicrosoft.com");
            assertThat(get("/v1.0/organization", token)
                            .path("value")
                            .path(0)
                            .path("displayName")
                            .asString())
                    .isEqualTo("Acme");
        }
    }

    private String token() {
        var form = Map.of(
                        "grant_type", "client_credentials",
                        "client_id", CLIENT,
                        "client_secret", "acme-secret",
                        "scope", "https://graph.microsoft.com/.default")
                .entrySet()
                .stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return send(HttpRequest.newBuilder(URI.create(root + "/acme.onmicrosoft.com/oauth2/v2.0/token"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form)))
                .path("access_token")
                .asString();
    }

    private JsonNode get(String path, String token) {
        return send(HttpRequest.newBuilder(URI.create(root + path))
                .header("Authorization", "Bearer " + token)
                .header("ConsistencyLevel", "eventual"));
    }

    private static JsonNode send(HttpRequest.Builder request) {
        try (var client = HttpClient.newHttpClient()) {
            return new JsonMapper()
                    .readTree(client.send(request.build(), HttpResponse.BodyHandlers.ofString())
                            .body());
        } catch (IOException cut) {
            throw new java.io.UncheckedIOException(cut);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopping);
        }
    }
}
