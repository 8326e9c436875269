package sandbox.graph;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An answer.
 *
 * @param body written as JSON, or as it is when it is text; null = none
 */
public record GraphReply(int status, @Nullable Object body, Map<String, String> headers) {

    private static final GraphReply NO_CONTENT = new GraphReply(204, null, Map.of());

    public static GraphReply ok(Object body) {
        return new GraphReply(200, body, Map.of());
    }

    public static GraphReply created(Object body, String location) {
        return new GraphReply(201, body, Map.of("Location", location));
    }

    public static GraphReply noContent() {
        return NO_CONTENT;
    }

    /** The same with these headers too. */
    GraphReply with(Map<String, String> more) {
        var all = new HashMap<>(headers);
        all.putAll(more);
        return new GraphReply(status, body, Map.copyOf(all));
    }

    String contentType() {
        return body instanceof String ? "text/plain" : ErrorBody.CONTENT_TYPE;
    }
}
