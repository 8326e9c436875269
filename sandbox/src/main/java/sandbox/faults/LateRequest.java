package sandbox.faults;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Collections;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import sandbox.journal.KeptRequest;

/** Sends a request that was cut off once more, by itself, when its delay is over. */
@Component
class LateRequest {

    /** Marks a request that comes from here, so that no fault strikes it again; secret, as nobody else may say so. */
    private static final String HEADER = "x-sandbox-late";

    // The client computes these itself and refuses to have them set.
    private static final Set<String> NOT_COPIED =
            Set.of("host", "connection", "content-length", "expect", "upgrade", "transfer-encoding", "http2-settings");

    private final String secret = UUID.randomUUID().toString();
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    boolean is(HttpServletRequest request) {
        return secret.equals(request.getHeader(HEADER));
    }

    void sendLater(HttpServletRequest request, long delayMillis) {
        var copy = copyOf(request);
        Thread.ofVirtual().name("late-request").start(() -> send(copy, delayMillis));
    }

    private void send(HttpRequest copy, long delayMillis) {
        try {
            Thread.sleep(Duration.ofMillis(delayMillis));
            client.send(copy, HttpResponse.BodyHandlers.discarding());
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        } catch (IOException gone) {
            // The sandbox stopped meanwhile; then the write is lost, as it would be.
        }
    }

    private HttpRequest copyOf(HttpServletRequest request) {
        var body = request instanceof KeptRequest kept ? kept.body() : new byte[0];
        var copy = HttpRequest.newBuilder(target(request))
                .method(request.getMethod(), HttpRequest.BodyPublishers.ofByteArray(body))
                .header(HEADER, secret);
        Collections.list(request.getHeaderNames()).stream()
                .filter(name -> !NOT_COPIED.contains(name.toLowerCase(Locale.ROOT)))
                .forEach(name -> copy.header(name, request.getHeader(name)));
        return copy.build();
    }

    private static URI target(HttpServletRequest request) {
        var query = request.getQueryString() == null ? "" : "?" + request.getQueryString();
        return URI.create("http://127.0.0.1:" + request.getLocalPort() + request.getRequestURI() + query);
    }
}
