package latchkey.helpdesk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import latchkey.testing.Answer;
import latchkey.testing.Eventually;
import latchkey.testing.PortalProcess;
import latchkey.testing.SandboxControl.Person;
import latchkey.testing.Visitor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a second person sees and decides, and what the settings' own rules refuse, through the page and through the API. */
class ApprovalDoorsTest {

    private static PortalProcess portal;
    private static Desk desk;

    /** Another one in each test: what one of them asked for waits for a second person still. */
    private final String number = "+4930" + ThreadLocalRandom.current().nextInt(1_000_000, 10_000_000);

    @BeforeAll
    static void open() {
        portal = PortalProcess.start(Map.of(
                "latchkey.approval.required-for", "edit-attributes",
                "latchkey.approval.mail-to", "leads@contoso.example",
                "latchkey.policy.rules.sessions-stay.actions", "revoke-sessions",
                "latchkey.policy.rules.sessions-stay.when",
                        "'senior' in agent.roles && customer.directory == 'contoso'",
                "latchkey.policy.rules.sessions-stay.then", "refuse",
                "latchkey.policy.rules.sessions-stay.because", "Seniors do not end sessions."));
        desk = new Desk(portal);
    }

    @AfterAll
    static void close() {
        portal.close();
    }

    @BeforeEach
    void fresh() {
        portal.sandbox().control().reset();
    }

    @Test
    void theSecondPersonSeesWhatWouldChangeAndSaysYesOnOnePage() {
        var jan = desk.person("jan-ordinary");
        var sam = portal.bearer("sam");
        var under = verifiedCase(sam, jan);
        var asked = edit(sam, jan, under);
        assertThat(asked.problem()).isEqualTo("approval-required");
        var id = asked.json().path("approval").asString();
        Eventually.that(
                "the leads are told",
                () -> !portal.sandbox()
                        .control()
                        .mailTo("leads@contoso.example")
                        .isEmpty());

        var robin = portal.signedIn("robin");
        var list = robin.get("/approvals");
        assertThat(list.document().select("a[href=/approvals/" + id + "]")).isNotEmpty();
        var page = robin.get("/approvals/" + id);
        assertThat(page.document().select("dl.diff").text()).contains(number);
        assertThat(page.document().select("main").text())
                .contains("This action always needs a second person.")
                .contains("read back a code that was mailed to an address on file");
        assertThat(desk.writes(jan)).isEmpty();

        robin.submit(page, "form[action$=/yes]", Map.of());
        assertThat(edit(sam, jan, under).status()).isEqualTo(202);
        assertThat(desk.writes(jan)).containsExactly("PATCH");
    }

    @Test
    void aNoComesWithItsReason() {
        var jan = desk.person("jan-ordinary");
        var sam = portal.bearer("sam");
        var asked = edit(sam, jan, verifiedCase(sam, jan));
        var id = asked.json().path("approval").asString();

        var robin = portal.signedIn("robin");
        robin.submit(
                robin.get("/approvals/" + id), "form[action$=/no]", Map.of("because", "Call the customer back first"));

        var told = sam.get("/api/v1/approvals/" + id).json();
        assertThat(told.path("state").asString()).isEqualTo("denied");
        assertThat(told.path("because").asString()).isEqualTo("Call the customer back first");
        assertThat(desk.writes(jan)).isEmpty();
    }

    @Test
    void programsSeeTheEvidenceToo() {
        var jan = desk.person("jan-ordinary");
        var sam = portal.bearer("sam");
        var id = edit(sam, jan, verifiedCase(sam, jan)).json().path("approval").asString();

        var whole = portal.bearer("robin").get("/api/v1/approvals/" + id).json();
        assertThat(whole.path("grounds").path(0).asString()).isEqualTo("action");
        assertThat(whole.path("evidence").path("after").path("mobilePhone").asString())
                .isEqualTo(number);
        assertThat(whole.path("evidence").path("proof").path("methods").path(0).asString())
                .isEqualTo("emailed-code");
        assertThat(portal.bearer("kim").get("/api/v1/approvals/" + id).problem())
                .isEqualTo("approval-not-found");
        assertThat(portal.signedIn("kim").get("/approvals/" + id).problem()).isEqualTo("not-permitted");
    }

    @Test
    void aRuleOfTheSettingsRefusesThroughPageAndApi() {
        var jan = desk.person("bea-two-brands");
        var sam = portal.bearer("sam");
        var laid = sam.get(Desk.api(jan) + "/actions/revoke-sessions").json();
        var under = Desk.openCase(sam, jan);
        var refused = sam.postJson(
                "/api/v1/cases/" + under + "/actions/revoke-sessions",
                Map.of(
                        "customer", laid.path("customer").asString(),
                        "seen", laid.path("seen").asString()));
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.problem()).isEqualTo("policy-refuses");
        assertThat(refused.json().path("rule").asString()).isEqualTo("sessions-stay");

        var page = portal.signedIn("sam").get(Desk.page(jan) + "/actions/revoke-sessions");
        assertThat(page.problem()).isEqualTo("policy-refuses");
        assertThat(page.document().select("main").text()).contains("Seniors do not end sessions.");
        assertThat(desk.writes(jan)).isEmpty();

        var kim = portal.signedIn("kim").get(Desk.page(jan) + "/actions/revoke-sessions");
        assertThat(kim.status()).as("the rule is about seniors only").isEqualTo(200);
    }

    private static String verifiedCase(Visitor agent, Person customer) {
        var under = Desk.openCase(agent, customer);
        desk.verifiedByApi(agent, customer, under);
        return under;
    }

    private Answer edit(Visitor agent, Person customer, String caseId) {
        var laid = agent.get(Desk.api(customer) + "/actions/edit-attributes").json();
        var change = new HashMap<String, Object>();
        change.put("customer", laid.path("customer").asString());
        change.put("seen", laid.path("seen").asString());
        change.put("attributes", Map.of("mobilePhone", number));
        var address = "/api/v1/cases/" + caseId + "/actions/edit-attributes";
        change.put(
                "confirm",
                agent.postJson(address + "/preview", change)
                        .json()
                        .path("confirm")
                        .asString());
        return agent.postJson(address, change);
    }
}
