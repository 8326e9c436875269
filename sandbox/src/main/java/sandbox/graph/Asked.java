package sandbox.graph;

import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * One request, which came alone or as an item of a batch.
 *
 * @param path below the version, still escaped
 * @param query the raw query string, or null
 * @param root scheme, host, port and version under which it came in
 * @param header the value of a request header, or null
 */
record Asked(
        String method,
        String path,
        @Nullable String query,
        String body,
        String root,
        String requestId,
        UnaryOperator<@Nullable String> header) {

    /** The id under which the client knows this request; its own, or ours when it sent none. */
    String correlationId() {
        var sent = header.apply("client-request-id");
        return sent == null || sent.isBlank() ? requestId : sent;
    }

    /** Prints no body and no query: both hold personal data. */
    @Override
    public String toString() {
        return "Asked[" + method + " " + requestId + "]";
    }
}
