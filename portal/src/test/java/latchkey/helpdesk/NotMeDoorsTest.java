package latchkey.helpdesk;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import latchkey.testing.Answer;
import latchkey.testing.Eventually;
import latchkey.testing.PortalProcess;
import latchkey.testing.PortalTest;
import latchkey.testing.Racers;
import latchkey.testing.SandboxControl.Mail;
import latchkey.testing.SandboxControl.Person;
import latchkey.testing.Visitor;
import org.junit.jupiter.api.Test;

/** The customer who says "this was not me", through the customers' pages, the agents' pages and the API. */
@PortalTest
class NotMeDoorsTest {

    private final PortalProcess portal;
    private final Desk desk;

    NotMeDoorsTest(PortalProcess portal) {
        this.portal = portal;
        this.desk = new Desk(portal);
    }

    @Test
    void unaStopsWhatSheDidNotAskForAndASupervisorLooksAtIt() {
        var una = desk.person("unlinked-una");
        var kim = portal.signedIn("kim");
        var form = kim.get(Desk.page(una) + "/actions/revoke-sessions");
        kim.submit(form, "form[action$=/actions/revoke-sessions]", Map.of("reason", "other"));
        var notice = notice(una);
        assertThat(notice.subject()).isEqualTo("Something was changed in your account");
        assertThat(notice.text()).contains("The help desk of Contoso Care", "You were signed out everywhere");

        var customer = portal.customer();
        var page = customer.get(link(notice));
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.header("Referrer-Policy")).hasValue("no-referrer");
        assertThat(page.header("Cache-Control")).hasValue("no-store");
        assertThat(desk.writes(una)).containsExactly("POST");

        var said = customer.submit(page, "form[action^=/not-me]", Map.of());
        assertThat(said.status()).as(said.body()).isEqualTo(200);
        assertThat(said.document().select("[data-done=true]")).hasSize(1);
        assertThat(desk.writes(una)).containsExactly("POST", "PATCH", "POST");

        theDeskCanDoNothing(una, kim);
        theSupervisorIsTold();
        theSupervisorLooksIntoIt(una);
    }

    private void theDeskCanDoNothing(Person una, Visitor kim) {
        var page = kim.get(Desk.page(una));
        assertThat(page.document().select("[data-halt]").attr("data-halt")).isEqualTo("customer-frozen");
        assertThat(page.document().select("[data-halt]").text()).startsWith("Frozen: ");
        assertThat(page.document().select("nav a[href*=/actions/]")).isEmpty();
        for (var action : List.of("block-sign-in", "reset-password", "revoke-sessions", "edit-attributes")) {
            refused(kim.get(Desk.page(una) + "/actions/" + action), "customer-frozen");
            refused(kim.postForm(Desk.page(una) + "/actions/" + action, openedFor(una)), "customer-frozen");
        }
        var program = portal.bearer("sam");
        refused(program.get(Desk.api(una) + "/actions/block-sign-in"), "customer-frozen");
        var caseId = Desk.openCase(program, una);
        refused(
                program.postJson(
                        "/api/v1/cases/" + caseId + "/actions/block-sign-in",
                        Map.of("customer", "contoso/" + una.userId(), "seen", "0", "why", "x")),
                "customer-frozen");
        assertThat(program.get(Desk.api(una)).json().path("halt").path("code").asString(""))
                .isEqualTo("customer-frozen");
        assertThat(desk.writes(una)).containsExactly("POST", "PATCH", "POST");
    }

    private void theSupervisorIsTold() {
        Eventually.that(
                "a mail says that somebody waits",
                () -> portal.sandbox().control().mailTo("admin@contoso.example").stream()
                        .anyMatch(mail -> mail.subject().equals("A customer says: this was not me")));
        var mail = portal.sandbox().control().mailTo("admin@contoso.example").getLast();
        assertThat(mail.text()).doesNotContain("Una").doesNotContain("Kim");
    }

    private void theSupervisorLooksIntoIt(Person una) {
        var robin = portal.signedIn("robin");
        var list = robin.get("/escalations");
        assertThat(list.document()
                        .select("nav.places a[href=/escalations] .badge")
                        .text())
                .isNotEmpty();
        var one = list.document()
                .select("article:has(a[href='" + Desk.page(una) + "']) h2 a")
                .attr("href");
        var taken = robin.submit(robin.get(one), "form[action$=/taking]", Map.of());
        assertThat(taken.document().select(".badge").text()).contains("works on it");
        refused(robin.submit(taken, "form[action$=/notes]", Map.of("note", " ")), "invalid-reason");
        var noted = robin.submit(taken, "form[action$=/notes]", Map.of("note", "called back"));
        assertThat(noted.document().text()).contains("called back");
        var frozen = robin.get(
                robin.get(Desk.page(una)).document().select("[data-halt] a").attr("href"));
        refused(robin.submit(frozen, "form[action$=/lifting]", Map.of("reason", "")), "invalid-reason");
        var lifted = robin.submit(frozen, "form[action$=/lifting]", Map.of("reason", "called back"));
        assertThat(lifted.document().select("[data-halt]")).isEmpty();
        assertThat(lifted.document().select("[data-status]").text()).contains("blocked by the customer");
        robin.post(one + "/closing", Map.of("outcome", "MISUSE", "_csrf", robin.csrf()));
        refused(robin.postForm(one + "/taking", Map.of()), "escalation-closed");
    }

    @Test
    void programsDoTheSameAndNobodyElseMay() {
        var bea = desk.person("bea-two-brands-fabrikam");
        var sam = portal.bearer("sam");
        var laid = sam.get(Desk.api(bea) + "/actions/revoke-sessions").json();
        var done = sam.postJson(
                "/api/v1/cases/" + Desk.openCase(sam, bea) + "/actions/revoke-sessions",
                Map.of(
                        "customer",
                        laid.path("customer").asString(),
                        "seen",
                        laid.path("seen").asString()));
        assertThat(done.status()).as(done.body()).isBetween(200, 202);
        var link = link(notice(bea));
        assertThat(Racers.race(50, () -> portal.customer().post(link, Map.of()).status()))
                .allMatch(status -> status.equals(200));
        assertThat(desk.writes(bea)).containsExactly("POST", "PATCH", "POST");

        refused(sam.get("/api/v1/escalations"), "not-permitted");
        refused(sam.get("/api/v1/freezes"), "not-permitted");
        refused(portal.signedIn("sam").get("/escalations"), "not-permitted");
        var robin = portal.bearer("robin");
        var escalation = robin.get("/api/v1/escalations")
                .json()
                .path("escalations")
                .valueStream()
                .filter(each -> each.path("customer").asString().equals("contoso/" + bea.userId()))
                .toList();
        assertThat(escalation).hasSize(1);
        var at = "/api/v1/escalations/" + escalation.getFirst().path("id").asString();
        refused(sam.postJson(at + "/taking", Map.of()), "not-permitted");
        assertThat(robin.postJson(at + "/taking", Map.of()).json().path("state").asString())
                .isEqualTo("taken");
        refused(robin.postJson(at + "/notes", Map.of("note", "")), "invalid-reason");
        assertThat(robin.postJson(at + "/notes", Map.of("note", "called back"))
                        .json()
                        .path("notes")
                        .size())
                .isEqualTo(1);
        refused(robin.postJson(at + "/closing", Map.of("outcome", "whatever")), "malformed-request");
        assertThat(robin.postJson(at + "/closing", Map.of("outcome", "unclear"))
                        .json()
                        .path("state")
                        .asString())
                .isEqualTo("closed");
        refused(robin.postJson(at + "/taking", Map.of()), "escalation-closed");
        refused(robin.get("/api/v1/escalations/" + bea.userId()), "escalation-not-found");
        theFreezeIsLifted(bea, robin, sam);
    }

    private void theFreezeIsLifted(Person bea, Visitor robin, Visitor sam) {
        var freeze = robin.get("/api/v1/freezes")
                .json()
                .path("freezes")
                .valueStream()
                .filter(each -> each.path("customer").asString().equals("contoso/" + bea.userId()))
                .findFirst()
                .orElseThrow();
        assertThat(freeze.path("signInClosedAt").asString("")).isNotEmpty();
        var at = "/api/v1/freezes/" + freeze.path("id").asString();
        refused(sam.postJson(at + "/lifting", Map.of("reason", "x")), "not-permitted");
        refused(robin.postJson(at + "/lifting", Map.of("reason", "")), "invalid-reason");
        assertThat(robin.postJson(at + "/lifting", Map.of("reason", "called back"))
                        .status())
                .isEqualTo(204);
        refused(robin.postJson(at + "/lifting", Map.of("reason", "again")), "freeze-not-found");
        refused(portal.signedIn("robin").get("/freezes/" + freeze.path("id").asString()), "freeze-not-found");
    }

    @Test
    void aLinkNobodySentAnswersLikeOneWhoseTimeIsOver() {
        for (var token : List.of("A".repeat(43), "x", "%00", "..%2f")) {
            var customer = portal.customer();
            assertThat(customer.get("/not-me/" + token).status()).as(token).isBetween(400, 404);
            assertThat(customer.post("/not-me/" + token, Map.of()).status())
                    .as(token)
                    .isBetween(400, 404);
        }
    }

    private static Map<String, String> openedFor(Person customer) {
        return Map.of("openedFor", "contoso/" + customer.userId(), "seen", "0", "reason", "other", "why", "x");
    }

    private Mail notice(Person customer) {
        Eventually.that("the notice arrives", () -> notices(customer).size() == 1);
        return notices(customer).getFirst();
    }

    private List<Mail> notices(Person customer) {
        return portal.sandbox().control().mailTo(Objects.requireNonNull(customer.email())).stream()
                .filter(mail -> Objects.requireNonNull(mail.text()).contains("/not-me/"))
                .toList();
    }

    private static String link(Mail notice) {
        return notice.links().stream()
                .map(URI::create)
                .map(URI::getPath)
                .filter(path -> path.startsWith("/not-me/"))
                .findFirst()
                .orElseThrow();
    }

    private static void refused(Answer answer, String problem) {
        assertThat(answer.problem()).as(answer.status() + " " + answer.body()).isEqualTo(problem);
        assertThat(answer.status()).isBetween(400, 499);
    }
}
