package benchmarks.scenarios;

import benchmarks.ground.Ground;
import benchmarks.ground.SandboxControl;
import benchmarks.ground.Web;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the scenarios share: both products running, an agent's session, tokens.
 *
 * @param ground the running products
 * @param web a client that is signed in as an agent
 * @param dataverse a client without a session, as Dataverse is one
 * @param control the sandbox's control API
 * @param agentToken for the portal's API
 * @param start how long the portal took to be healthy
 */
public record Stage(Ground ground, Web web, Web dataverse, SandboxControl control, String agentToken, Duration start) {

    private static final String CUSTOM = "extension_b2ce0000000040008000000000000001_";

    /** What the portal itself asks of a user, so that a call compared with it carries as much. */
    static final String GRAPH_SELECT = "$select=id,accountEnabled,createdDateTime,signInSessionsValidFromDateTime,"
            + "identities,displayName,givenName,surname,mail,otherMails,mobilePhone,businessPhones,streetAddress,"
            + "postalCode,city,state,country,preferredLanguage,companyName,jobTitle,"
            + Stream.of(
                            "Brand",
                            "CustomerNumber",
                            "LegacyKey",
                            "LifetimeValueCents",
                            "LoyaltyPoints",
                            "MemberSince",
                            "NewsletterOptIn")
                    .map(CUSTOM::concat)
                    .collect(Collectors.joining(","));

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

    /** Tells the portal of a change of a contact, as Dataverse does; returns when it was accepted. */
    void tell(String contact) {
        dataverse
                .postJson(
                        ground.portalUrl() + "/api/v1/sync/dataverse/contoso",
                        null,
                        Intake.Payload.of(contact),
                        "x-latchkey-key",
                        "sandbox-webhook-key")
                .expect(202);
    }

    /** A latency that the sandbox adds to each answer of Graph, in milliseconds. */
    void graphLatency(int millis) {
        control.set("{\"graphLatencyMillis\":" + millis + "}");
    }
}
