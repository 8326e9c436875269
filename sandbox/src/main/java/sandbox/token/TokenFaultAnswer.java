package sandbox.token;

import org.springframework.stereotype.Component;
import sandbox.faults.FaultAnswer;
import sandbox.journal.Kind;

/** The token endpoint's gateway speaks plain text when it throttles (facts §2, last row). */
@Component
class TokenFaultAnswer implements FaultAnswer {

    private static final int TOO_MANY = 429;

    @Override
    public Kind kind() {
        return Kind.TOKEN;
    }

    @Override
    public Body body(int status, String requestId) {
        return status == TOO_MANY
                ? new Body("text/plain", "Too Many Requests")
                : new Body("text/html", "<html><body><h1>Service unavailable</h1></body></html>");
    }
}
