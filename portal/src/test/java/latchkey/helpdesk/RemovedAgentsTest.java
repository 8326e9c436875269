package latchkey.helpdesk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import latchkey.testing.Answer;
import latchkey.testing.Asvs;
import latchkey.testing.Eventually;
import latchkey.testing.Fault;
import latchkey.testing.PortalProcess;
import latchkey.testing.SandboxControl;
import latchkey.testing.SandboxControl.Person;
import latchkey.testing.SandboxProcess;
import latchkey.testing.Visitor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whoever loses a role is refused in the middle of a session, and what they approved no longer counts. */
class RemovedAgentsTest {

    private static PortalProcess portal;
    private static Desk desk;
    private static SandboxControl control;

    @BeforeAll
    static void open() {
        portal = PortalProcess.start(Map.of(
                "latchkey.employees.look-up.client-id", "a0000000-0000-4000-8000-000000000013",
                "latchkey.employees.look-up.client-secret", PortalProcess.secretFile("sandbox-employees-secret"),
                "latchkey.employees.look-up.graph", SandboxProcess.shared().url(),
                "latchkey.employees.look-up.keep-for", "1s",
                "latchkey.approval.required-for", "block-sign-in"));
        desk = new Desk(portal);
        control = portal.sandbox().control();
    }

    @AfterAll
    static void close() {
        portal.close();
    }

    @BeforeEach
    void everybodyIsBack() {
        control.reset();
        Eventually.that(
                "Kim is back", () -> portal.bearer("kim").get("/api/v1/me").status() == 200);
        Eventually.that(
                "Robin is back", () -> portal.bearer("robin").get("/api/v1/me").status() == 200);
    }

    @Test
    @Asvs("7.4.2")
    void anAgentWhoseRoleIsTakenIsRefusedInTheMiddleOfTheSession() {
        var page = portal.signedIn("kim");
        var program = portal.bearer("kim");
        assertThat(page.get("/me").status()).isEqualTo(200);

        control.changeEmployee("kim", Map.of("roles", List.of()));

        refused(page, "/me", "no-role");
        refused(program, "/api/v1/me", "no-role");
    }

    @Test
    void anAgentWhoMayNotSignInAnyMoreIsRefusedInTheMiddleOfTheSession() {
        var page = portal.signedIn("kim");
        control.changeEmployee("kim", Map.of("enabled", false));
        refused(page, "/me", "no-role");
    }

    @Test
    void nobodyIsLetOnWhileRolesCannotBeLookedUp() {
        var page = portal.signedIn("kim");
        var program = portal.bearer("kim");
        control.fault(Fault.status(503).path(".*/users/.*"));
        refused(page, "/me", "roles-unknown");
        refused(program, "/api/v1/me", "roles-unknown");

        control.clearFaults();
        Eventually.that("Kim is let on again", () -> page.get("/me").status() == 200);
    }

    @Test
    void theYesOfASupervisorWhoIsGoneDoesNotCount() {
        var jan = desk.person("jan-ordinary");
        var sam = portal.bearer("sam");
        var under = Desk.openCase(sam, jan);
        desk.verifiedByApi(sam, jan, under);
        var asked = block(sam, jan, under);
        assertThat(asked.problem()).isEqualTo("approval-required");
        var given = portal.bearer("robin")
                .postJson(
                        "/api/v1/approvals/" + asked.json().path("approval").asString() + "/decision",
                        Map.of("decision", "yes"));
        assertThat(given.status()).isEqualTo(200);

        control.changeEmployee("robin", Map.of("roles", List.of()));
        refused(portal.bearer("robin"), "/api/v1/me", "no-role");

        assertThat(block(sam, jan, under).problem()).isEqualTo("approval-required");
    }

    private static void refused(Visitor agent, String path, String problem) {
        Eventually.that(path + " is refused", () -> agent.get(path).status() >= 400);
        assertThat(agent.get(path).problem()).isEqualTo(problem);
    }

    private static Answer block(Visitor agent, Person customer, String caseId) {
        var laid = agent.get(Desk.api(customer) + "/actions/block-sign-in").json();
        return agent.postJson(
                "/api/v1/cases/" + caseId + "/actions/block-sign-in",
                Map.of(
                        "customer", laid.path("customer").asString(),
                        "seen", laid.path("seen").asString(),
                        "why", "account was shared"));
    }
}
