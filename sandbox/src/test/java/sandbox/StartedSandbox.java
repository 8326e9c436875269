package sandbox;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One sandbox for all tests of this process, spoken to over HTTP only. */
public final class StartedSandbox {

    public static final String CUSTOMERS = "b2c00000-0000-4000-8000-000000000001";
    public static final String EXTERNAL_CUSTOMERS = "c1a00000-0000-4000-8000-000000000003";
    public static final String EMPLOYEES = "e0000000-0000-4000-8000-000000000002";

    private static final RunningSandbox SANDBOX = Sandbox.start(
            "--server.port=0",
            "--sandbox.smtp-port=0",
            "--sandbox.check-answers=true",
            "--sandbox.customers=400",
            "--sandbox.settings.webhooks-enabled=false",
            "--sandbox.settings.dataverse.limits=false",
            "--sandbox.settings.webhook-retry-delay-millis=10",
            "--sandbox.webhook-timeout=2s");
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private StartedSandbox() {}

    public static String root() {
        return SANDBOX.root().toString();
    }

    public static void reset() {
        send("POST", "/sandbox/api/reset", null);
    }

    public static Answer get(String path, String... headers) {
        return send("GET", path, null, headers);
    }

    /** Sends JSON to the sandbox's own API. */
    public static Answer control(String method, String path, @Nullable String json) {
        return send(method, "/sandbox/api" + path, json, "Content-Type", "application/json");
    }

    public static Answer form(String path, Map<String, String> fields, String... headers) {
        var all = java.util.Arrays.copyOf(headers, headers.length + 2);
        all[headers.length] = "Content-Type";
        all[headers.length + 1] = "application/x-www-form-urlencoded";
        var body = fields.entrySet().stream()
                .map(field -> escaped(field.getKey()) + "=" + escaped(field.getValue()))
                .collect(Collectors.joining("&"));
        return send("POST", path, body, all);
    }

    /** Sends a request to a path or to a whole address. */
    public static Answer send(String method, String path, @Nullable String body, String... headers) {
        try {
            return tried(method, path, body, headers);
        } catch (IOException cut) {
            throw new Cut(cut);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopping);
        }
    }

    public static String escaped(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** The connection ended without a whole answer. */
    public static final class Cut extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Cut(IOException cause) {
            super(cause);
        }
    }

    private static Answer tried(String method, String path, @Nullable String body, String... headers)
            throws IOException, InterruptedException {
        var address = path.startsWith("http") ? path : root() + path;
        var request = HttpRequest.newBuilder(URI.create(address))
                .method(
                        method,
                        body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        var response = CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
        return new Answer(response.statusCode(), response.body(), response);
    }
}
