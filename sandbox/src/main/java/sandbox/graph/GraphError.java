package sandbox.graph;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A refusal in Graph's words (facts §3.2). */
public final class GraphError extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private static final int BAD_REQUEST = 400;
    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;
    private static final int NOT_IMPLEMENTED = 501;

    private final int status;
    private final String code;
    private final transient List<Detail> details;

    /** One entry of {@code details}. */
    public record Detail(
            String code, String message, @Nullable String target) {

        Map<String, Object> json() {
            var json = new LinkedHashMap<String, Object>();
            json.put("code", code);
            json.put("message", message);
            if (target != null) {
                json.put("target", target);
            }
            return json;
        }
    }

    public GraphError(int status, String code, String message, List<Detail> details) {
        super(message, null, false, false);
        this.status = status;
        this.code = code;
        this.details = details;
    }

    /** 400 with the code that the directory itself uses. */
    public static GraphError badRequest(String message) {
        return new GraphError(BAD_REQUEST, "Request_BadRequest", message, List.of());
    }

    /** 400 with the code that the gateway uses before the directory is asked. */
    public static GraphError malformed(String message) {
        return new GraphError(BAD_REQUEST, "BadRequest", message, List.of());
    }

    public static GraphError unsupportedQuery(String message) {
        return new GraphError(BAD_REQUEST, "Request_UnsupportedQuery", message, List.of());
    }

    /** An advanced query in a tenant that has none (facts §3.2, capture of 2020). */
    public static GraphError notSupportedByTheService() {
        return badRequest("This request is not supported by the service");
    }

    public static GraphError invalidValue(String property, String resource) {
        var message = "Invalid value specified for property '" + property + "' of resource '" + resource + "'.";
        return new GraphError(
                BAD_REQUEST, "Request_BadRequest", message, List.of(new Detail("InvalidValue", message, property)));
    }

    public static GraphError unreadableBody() {
        return malformed("Unable to read JSON request payload. Please ensure Content-Type header is set and payload is"
                + " of valid JSON format.");
    }

    public static GraphError denied() {
        return new GraphError(
                FORBIDDEN,
                "Authorization_RequestDenied",
                "Insufficient privileges to complete the operation.",
                List.of());
    }

    public static GraphError notFound(String id) {
        return new GraphError(
                NOT_FOUND,
                "Request_ResourceNotFound",
                "Resource '" + id + "' does not exist or one of its queried reference-property objects are not"
                        + " present.",
                List.of());
    }

    public static GraphError notImplemented() {
        return new GraphError(
                NOT_IMPLEMENTED, "NotImplemented", "This operation target is not yet supported.", List.of());
    }

    public int status() {
        return status;
    }

    public String code() {
        return code;
    }

    List<Detail> details() {
        return details;
    }
}
