package latchkey.helpdesk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import latchkey.testing.Answer;
import latchkey.testing.Eventually;
import latchkey.testing.PortalProcess;
import latchkey.testing.SandboxControl.Person;
import latchkey.testing.Visitor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Call-backs and overrides through the page and through the API. */
class WaysDoorsTest {

    private static final String PHONE = "+420601123456";
    private static final String WHY = "Mailbox and phone are gone, known from the shop";

    private static PortalProcess portal;
    private static Desk desk;

    @BeforeAll
    static void open() {
        portal = PortalProcess.start(Map.of(
                "latchkey.verification.call-back.enabled",
                "true",
                "latchkey.verification.override.mail-to",
                "lead@contoso.example"));
        desk = new Desk(portal);
    }

    @AfterAll
    static void close() {
        portal.close();
    }

    @BeforeEach
    void startOver() {
        portal.sandbox().control().reset();
    }

    @Test
    void anAgentRingsBackThroughThePage() {
        var jan = desk.person("jan-ordinary");
        var sam = portal.signedIn("sam");
        var lookedUp = sam.get(Desk.page(jan) + "/actions/verify-caller/verifications");
        var place = lookedUp.document()
                .expectFirst("fieldset:has(legend:containsOwn(Call-back)) input")
                .val();
        var ringing = sam.submit(
                lookedUp, "form[action$=/verifications]", Map.of("address", place, "reason", "change-of-data"));
        assertThat(ringing.document().text()).contains("+420 ••• 56").doesNotContain(PHONE);
        refused(sam.submit(ringing, "form[action$=/result]", Map.of("result", "reached")), "number-not-shown");
        var shown = sam.submit(ringing, "form[action$=/number]", Map.of());
        assertThat(shown.document().expectFirst("#number").text()).isEqualTo(PHONE);
        assertThat(shown.uri().toString()).doesNotContain("601123456");
        assertThat(sam.get(Desk.page(jan) + "/actions/verify-caller").document().text())
                .doesNotContain(PHONE);
        var proved = sam.submit(shown, "form[action$=/result]", Map.of("result", "reached"));
        assertThat(proved.document().text()).contains("Caller verified");
        assertThat(sam.get(Desk.page(jan) + "/actions/unblock-sign-in")
                        .document()
                        .select("[data-proof=two-or-approval]"))
                .as("opening sign-in asks for more than the agent's own word")
                .hasSize(1);
        assertThat(sam.get(Desk.page(jan) + "/actions/edit-attributes")
                        .document()
                        .select("[data-proof=two-or-approval]"))
                .hasSize(1);
    }

    @Test
    void aProgramRingsBackAndIsRefusedWhatItCannotHaveDone() {
        var jan = desk.person("jan-ordinary");
        var kim = portal.bearer("kim");
        var caseId = Desk.openCase(kim, jan);
        var handle = kim.get("/api/v1/cases/" + caseId + "/addresses?lookUp=true")
                .json()
                .path("addresses")
                .valueStream()
                .filter(one -> one.path("method").asString().equals("called-back"))
                .map(one -> one.path("handle").asString())
                .findFirst()
                .orElseThrow();
        var begun = kim.postJson("/api/v1/cases/" + caseId + "/verifications", Map.of("address", handle));
        assertThat(begun.json().path("state").asString()).isEqualTo("ringing");
        var at = "/api/v1/cases/" + caseId + "/verifications/"
                + begun.json().path("id").asString();
        refused(kim.postJson(at + "/result", Map.of("result", "reached")), "number-not-shown");
        assertThat(kim.postJson(at + "/number", Map.of()).json().path("number").asString())
                .isEqualTo(PHONE);
        refused(kim.postJson(at + "/result", Map.of("result", "perhaps")), "malformed-request");
        assertThat(kim.postJson(at + "/result", Map.of("result", "not-reached"))
                        .json()
                        .path("state")
                        .asString())
                .isEqualTo("not-reached");
        refused(kim.postJson(at + "/result", Map.of("result", "reached")), "call-back-over");
        refused(kim.postJson(at + "/number", Map.of()), "call-back-over");
        refused(kim.postJson(at + "/answer", Map.of("code", "123456")), "verification-expired");
    }

    @Test
    void aSupervisorVouchesAndAnotherLooksAtItThroughThePages() {
        var noah = desk.person("noah-no-mail");
        var kim = portal.signedIn("kim");
        var asked = ask(kim, noah, WHY);
        assertThat(asked.document().select("[data-override=waits]")).hasSize(1);
        refused(ask(kim, noah, WHY, asked), "override-waits");

        var robin = portal.signedIn("robin");
        var list = robin.get("/overrides");
        assertThat(list.document().text()).contains("Kim Andersen", WHY);
        refused(robin.submit(list, "form[action$=/giving]", Map.of("because", "ok")), "invalid-override");
        var given = robin.submit(list, "form[action$=/giving]", Map.of("because", WHY));
        assertThat(given.status()).as(given.body()).isEqualTo(200);
        refused(
                robin.submit(given, "form[action$=/review]", Map.of("finding", "JUSTIFIED", "words", WHY)),
                "override-involved");
        assertThat(kim.get(Desk.page(noah)).document().text()).contains("Caller verified");
        Eventually.that("everybody is told", () -> isTold("admin@contoso.example") && isTold("lead@contoso.example"));

        portal.sandbox().control().changeEmployee("sam", Map.of("roles", List.of("supervisor")));
        var sam = portal.signedIn("sam");
        var reviewed = sam.submit(
                sam.get("/overrides"), "form[action$=/review]", Map.of("finding", "NOT_JUSTIFIED", "words", WHY));
        assertThat(reviewed.document().text()).contains("It was not justified", "Sam Okafor");
    }

    @Test
    void programsDoTheSame() {
        var gil = desk.person("fay-federated");
        var kim = portal.bearer("kim");
        var robin = portal.bearer("robin");
        var caseId = Desk.openCase(kim, gil);
        var asking = "/api/v1/cases/" + caseId + "/overrides";
        refused(kim.postJson(asking, Map.of("because", "urgent")), "invalid-override");
        var asked = kim.postJson(asking, Map.of("because", WHY));
        assertThat(asked.status()).as(asked.body()).isEqualTo(201);
        refused(kim.postJson(asking, Map.of("because", WHY)), "override-waits");
        var at = "/api/v1/overrides/" + asked.json().path("id").asString();
        refused(kim.postJson(at + "/giving", Map.of("because", WHY)), "not-permitted");
        refused(kim.get("/api/v1/overrides"), "not-permitted");
        assertThat(robin.postJson(at + "/giving", Map.of("because", WHY))
                        .json()
                        .path("state")
                        .asString())
                .isEqualTo("given");
        refused(robin.postJson(at + "/giving", Map.of("because", WHY)), "override-over");
        refused(
                robin.postJson("/api/v1/overrides/" + caseId + "/giving", Map.of("because", WHY)),
                "override-not-found");
        refused(robin.postJson(at + "/review", Map.of("finding", "justified", "words", WHY)), "override-involved");
        var laid = kim.get(Desk.api(gil) + "/actions/edit-attributes").json();
        assertThat(laid.path("assurance").asString()).isEqualTo("one-address");
        assertThat(robin.get("/api/v1/overrides").json().path("overrides").valueStream())
                .anySatisfy(one -> assertThat(one.path("overdue").asBoolean()).isFalse());
    }

    @Test
    void duringHeightenedCautionNoSupervisorIsAsked() {
        var tom = desk.person("tom-two-names");
        var kim = portal.bearer("kim");
        var caseId = Desk.openCase(kim, tom);
        var robin = portal.bearer("robin");
        robin.postJson("/api/v1/caution", Map.of("hours", 1, "why", "calls that push"));
        try {
            refused(
                    kim.postJson("/api/v1/cases/" + caseId + "/overrides", Map.of("because", WHY)),
                    "override-during-caution");
            var page = portal.signedIn("kim").get(Desk.page(tom) + "/actions/verify-caller");
            assertThat(page.document().select("form[action$=/override]")).isEmpty();
        } finally {
            robin.postJson("/api/v1/caution/end", Map.of("why", "it was a drill"));
        }
    }

    private static Answer ask(Visitor agent, Person customer, String because) {
        return ask(agent, customer, because, agent.get(Desk.page(customer) + "/actions/verify-caller"));
    }

    /** The form is gone once it was sent; somebody with an old page can still send it. */
    private static Answer ask(Visitor agent, Person customer, String because, Answer page) {
        return page.document().select("form[action$=/override]").isEmpty()
                ? agent.postForm(
                        Desk.page(customer) + "/actions/verify-caller/verifications/override",
                        Map.of("openedFor", "contoso/" + customer.userId(), "because", because))
                : agent.submit(page, "form[action$=/override]", Map.of("because", because, "reason", "change-of-data"));
    }

    private static boolean isTold(String address) {
        return portal.sandbox().control().mailTo(address).stream()
                .anyMatch(mail -> mail.subject().contains("vouched"));
    }

    private static void refused(Answer answer, String problem) {
        assertThat(answer.problem()).as(answer.status() + " " + answer.body()).isEqualTo(problem);
    }
}
