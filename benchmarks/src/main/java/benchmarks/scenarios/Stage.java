package benchmarks.scenarios;

import benchmarks.ground.Ground;
import benchmarks.ground.SandboxControl;
import benchmarks.ground.Web;
import java.time.Duration;

/**
 * What the scenarios share: both products running, an agent's session, tokens.
 *
 * @param ground the running products
 * @param web a client that is signed in as an agent
 * @param control the sandbox's control API
 * @param agentToken for the portal's API
 * @param start how long the portal took to be healthy
 */
public record Stage(Ground ground, Web web, SandboxControl control, String agentToken, Duration start) {

    static final String GRAPH_SELECT =
            "$select=id,displayName,givenName,surname,mail,otherMails,mobilePhone,identities,accountEnabled,createdDateTime";

    String graphToken() {
        return control.graphToken("a0000000-0000-4000-8000-000000000001", "sandbox-portal-secret");
    }

    String syncToken() {
        return control.graphToken("a0000000-0000-4000-8000-000000000002", "sandbox-sync-secret");
    }

    String page(String customer) {
        return ground.portalUrl() + "/directories/contoso/customers/" + customer;
    }

    String endpoint(String customer) {
        return ground.portalUrl() + "/api/v1/directories/contoso/customers/" + customer;
    }

    String graph(String customer) {
        return ground.sandboxUrl() + "/v1.0/users/" + customer;
    }

    /** A latency that the sandbox adds to each answer of Graph, in milliseconds. */
    void graphLatency(int millis) {
        control.set("{\"graphLatencyMillis\":" + millis + "}");
    }
}
