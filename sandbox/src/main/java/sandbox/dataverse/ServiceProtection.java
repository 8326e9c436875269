package sandbox.dataverse;

import org.springframework.stereotype.Component;
import sandbox.faults.FaultAnswer;
import sandbox.journal.Kind;
import tools.jackson.databind.json.JsonMapper;

/** What Dataverse says when a fault makes it refuse; 429 in the words of its service protection (facts §1e). */
@Component
class ServiceProtection implements FaultAnswer {

    private static final int TOO_MANY_REQUESTS = 429;

    private final JsonMapper json;

    ServiceProtection(JsonMapper json) {
        this.json = json;
    }

    @Override
    public Kind kind() {
        return Kind.DATAVERSE;
    }

    @Override
    public Body body(int status, String requestId) {
        return new Body("application/json; odata.metadata=minimal", json.writeValueAsString(error(status)));
    }

    private static ODataError error(int status) {
        return status == TOO_MANY_REQUESTS
                ? ODataError.of(
                        "0x80072322", "Number of requests exceeded the limit of 6000 over time window of 300 seconds.")
                : ODataError.of("0x80040216", "An unexpected error occurred. (HTTP status " + status + ")");
    }
}
