package sandbox.graph;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import sandbox.people.Directory;
import sandbox.tenants.Tenant;
import sandbox.text.Surrogates;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A call whose caller is known.
 *
 * @param path the decoded path, the matched names and keys one after another
 * @param keys the parts of the path that the route leaves open
 * @param root scheme, host, port and version under which the call came in
 * @param asOf which state reads show; null = the newest
 * @param correlationId the id under which the client knows this call; its own, or ours when it sent none
 * @param header the value of a request header, or null
 */
public record GraphCall(
        String method,
        String path,
        List<String> keys,
        Query query,
        String body,
        Caller caller,
        Tenant tenant,
        Directory directory,
        @Nullable Instant asOf,
        String root,
        String requestId,
        String correlationId,
        UnaryOperator<@Nullable String> header,
        JsonMapper json) {

    public String key(int index) {
        return keys.get(index);
    }

    /** Whether the header that advanced queries need was sent (facts §3). */
    public boolean eventual() {
        return "eventual".equalsIgnoreCase(String.valueOf(header.apply("ConsistencyLevel")));
    }

    /**
     * The body, which must be a JSON object.
     *
     * @throws GraphError 415 without a content type, 400 for anything but a JSON object
     */
    public ObjectNode object() {
        var type = header.apply("Content-Type");
        if (type == null) {
            throw new GraphError(
                    415, "RequestBodyRead", "A Content-Type header is required for this request.", List.of());
        }
        if (!type.toLowerCase(Locale.ROOT).contains("json")) {
            throw GraphError.unreadableBody();
        }
        return parsed() instanceof ObjectNode object ? object : refuse();
    }

    /** The body, or an empty object when there was none: for actions without obligatory parameters. */
    public ObjectNode objectOrEmpty() {
        return body.isEmpty() ? json.createObjectNode() : object();
    }

    public String context(String type) {
        return root + "/$metadata#" + type;
    }

    private @Nullable JsonNode parsed() {
        try {
            var parsed = json.readTree(body);
            return Surrogates.halfIn(parsed) ? null : parsed;
        } catch (JacksonException noJson) {
            throw GraphError.unreadableBody();
        }
    }

    private static ObjectNode refuse() {
        throw GraphError.unreadableBody();
    }

    /** Prints no body and no query: both hold personal data. */
    @Override
    public String toString() {
        return "GraphCall[" + method + " " + requestId + "]";
    }
}
