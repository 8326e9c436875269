package sandbox.graph;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;

/** The shape of Graph's errors (facts §3.2). */
final class ErrorBody {

    static final String CONTENT_TYPE =
            "application/json;odata.metadata=minimal;odata.streaming=true;IEEE754Compatible=false;charset=utf-8";

    private ErrorBody() {}

    static Map<String, Object> of(GraphError error, Instant now, String requestId, String clientRequestId) {
        var body = new LinkedHashMap<String, Object>();
        body.put("code", error.code());
        body.put("message", String.valueOf(error.getMessage()));
        if (!error.details().isEmpty()) {
            body.put(
                    "details",
                    error.details().stream().map(GraphError.Detail::json).toList());
        }
        body.put("innerError", inner(now, requestId, clientRequestId));
        return Map.of("error", body);
    }

    private static Map<String, Object> inner(Instant now, String requestId, String clientRequestId) {
        var inner = new LinkedHashMap<String, Object>();
        var date = now.truncatedTo(ChronoUnit.SECONDS).toString();
        inner.put("date", date.substring(0, date.length() - 1));
        inner.put("request-id", requestId);
        inner.put("client-request-id", clientRequestId);
        return inner;
    }
}
