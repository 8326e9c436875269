package sandbox.doors;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import sandbox.StartedSandbox;

/** The doors of the sandbox that runs for all tests of this process. */
public final class Doors {

    public static final String EMPLOYEES = "e0000000-0000-4000-8000-000000000002";

    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private Doors() {}

    public static String root() {
        return StartedSandbox.root();
    }

    public static void startOver() {
        control("POST", "/reset", "");
    }

    public static Answer get(String path, String... headers) {
        return send("GET", path, "", headers);
    }

    /** Sends JSON to the sandbox's own API. */
    public static Answer control(String method, String path, String json) {
        return send(method, "/sandbox/api" + path, json, "Content-Type", "application/json");
    }

    public static Answer form(String path, Map<String, String> fields) {
        return send("POST", path, query(fields), "Content-Type", "application/x-www-form-urlencoded");
    }

    /** Sends a request to a path or to a whole address; an empty body is none. */
    public static Answer send(String method, String path, String body, String... headers) {
        var address = URI.create(path.startsWith("http") ? path : root() + path);
        var request = HttpRequest.newBuilder(address).method(method, HttpRequest.BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return new Answer(CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString()));
        } catch (IOException cut) {
            throw new UncheckedIOException(cut);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopping);
        }
    }

    public static String query(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> escaped(field.getKey()) + "=" + escaped(field.getValue()))
                .collect(Collectors.joining("&"));
    }

    public static String escaped(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
