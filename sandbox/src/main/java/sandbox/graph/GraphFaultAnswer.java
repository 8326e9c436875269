package sandbox.graph;

import java.util.List;
import org.springframework.stereotype.Component;
import sandbox.clock.SandboxClock;
import sandbox.faults.FaultAnswer;
import sandbox.journal.Kind;
import tools.jackson.databind.json.JsonMapper;

/** How Graph words refusals that a fault asks for (facts §3.2 and §12). */
@Component
class GraphFaultAnswer implements FaultAnswer {

    private final JsonMapper json;
    private final SandboxClock clock;

    GraphFaultAnswer(JsonMapper json, SandboxClock clock) {
        this.json = json;
        this.clock = clock;
    }

    @Override
    public Kind kind() {
        return Kind.GRAPH;
    }

    @Override
    public Body body(int status, String requestId) {
        var error = new GraphError(status, code(status), message(status), List.of());
        return new Body(
                ErrorBody.CONTENT_TYPE,
                json.writeValueAsString(ErrorBody.of(error, clock.instant(), requestId, requestId)));
    }

    private static String code(int status) {
        return switch (status) {
            case 401 -> "InvalidAuthenticationToken";
            case 403 -> "Authorization_RequestDenied";
            case 404 -> "Request_ResourceNotFound";
            case 409 -> "Directory_ConcurrencyViolation";
            case 429 -> "TooManyRequests";
            case 500 -> "Service_InternalServerError";
            case 503 -> "ServiceUnavailable";
            case 504 -> "GatewayTimeout";
            default -> status < 500 ? "Request_BadRequest" : "UnknownError";
        };
    }

    private static String message(int status) {
        return status == 429 ? "Please retry again later." : "This answer was asked for by a fault.";
    }
}
