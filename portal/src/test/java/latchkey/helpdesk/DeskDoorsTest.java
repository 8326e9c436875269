package latchkey.helpdesk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import latchkey.testing.Answer;
import latchkey.testing.Asvs;
import latchkey.testing.Eventually;
import latchkey.testing.PortalProcess;
import latchkey.testing.PortalTest;
import latchkey.testing.SandboxControl.Person;
import latchkey.testing.Visitor;
import org.junit.jupiter.api.Test;

/** What agents and customers do, through the page and through the API, against the sandbox. */
@PortalTest
class DeskDoorsTest {

    private final PortalProcess portal;
    private final Desk desk;

    DeskDoorsTest(PortalProcess portal) {
        this.portal = portal;
        this.desk = new Desk(portal);
    }

    @Test
    void anAgentBlocksACustomerThroughThePage() {
        var kim = portal.signedIn("kim");
        var jan = desk.person("plus-address");
        var form = kim.get(Desk.page(jan) + "/actions/block-sign-in");
        assertThat(form.status()).isEqualTo(200);
        var answer = kim.submit(form, action("block-sign-in"), Map.of("reason", "other", "why", "account was shared"));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.uri().getPath()).isEqualTo(Desk.page(jan));
        assertThat(desk.writes(jan)).containsExactly("PATCH");
    }

    @Test
    void aFormWithoutReasonComesBackWithTheRefusal() {
        var kim = portal.signedIn("kim");
        var jan = desk.person("oneil-apostrophe");
        var form = kim.get(Desk.page(jan) + "/actions/block-sign-in");
        var answer = kim.submit(form, action("block-sign-in"), Map.of("why", "account was shared"));
        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.problem()).isEqualTo("case-required");
        assertThat(desk.writes(jan)).isEmpty();
    }

    @Test
    @Asvs("8.2.2")
    void theFormOfOneCustomerSentToAnotherWritesToNobody() {
        var kim = portal.signedIn("kim");
        var jan = desk.person("jan-ordinary");
        var bea = desk.person("bea-two-brands");
        var form = kim.get(Desk.page(jan) + "/actions/block-sign-in").document().expectFirst(action("block-sign-in"));
        var fields = new HashMap<String, String>();
        form.select("input[name][type=hidden]").forEach(input -> fields.put(input.attr("name"), input.val()));
        fields.putAll(Map.of("reason", "other", "why", "account was shared"));
        var answer = kim.post(Desk.page(bea) + "/actions/block-sign-in", fields);
        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.problem()).isEqualTo("wrong-customer");
        assertThat(desk.writes(jan)).isEmpty();
        assertThat(desk.writes(bea)).isEmpty();
    }

    @Test
    void anAgentEditsAnAttributeAfterTheCallerReadTheCode() {
        var kim = portal.signedIn("kim");
        var jan = desk.person("dup-smith-1");
        var address = Desk.page(jan) + "/actions/edit-attributes";
        var verify = kim.get(address);
        assertThat(verify.document().select("[name=address]")).isNotEmpty();
        var asked = kim.submit(verify, "form[action$=/verifications]", Map.of("reason", "change-of-data"));
        var edit = kim.submit(asked, "form[action$=/answer]", Map.of("code", desk.code(jan)));
        assertThat(edit.document().select("[name='value.surname']")).isNotEmpty();
        var confirm = kim.submit(edit, action("edit-attributes"), Map.of("value.surname", "Jansen-Smit"));
        assertThat(confirm.document().select(".diff ins").text()).isEqualTo("Jansen-Smit");
        assertThat(desk.writes(jan)).isEmpty();
        var done = kim.submit(confirm, action("edit-attributes"), Map.of());
        assertThat(done.uri().getPath()).isEqualTo(Desk.page(jan));
        assertThat(done.document().select("[role=status]").text()).isEqualTo("The data was changed.");
        assertThat(done.document().select(".timeline").text()).contains("Kim Andersen edited Last name");
        assertThat(kim.get(Desk.page(jan)).document().select("[role=status]")).isEmpty();
        assertThat(desk.writes(jan)).containsExactly("PATCH");
    }

    @Test
    void aConfirmedFormThatWasChangedWritesNothing() {
        var kim = portal.signedIn("kim");
        var jan = desk.person("dup-smith-2");
        desk.verified(kim, jan);
        var edit = kim.get(Desk.page(jan) + "/actions/edit-attributes");
        var confirm = kim.submit(edit, action("edit-attributes"), Map.of("value.surname", "Jansen-Smit"));
        var answer = kim.submit(confirm, action("edit-attributes"), Map.of("value.surname", "Somebody-Else"));
        assertThat(answer.problem()).isEqualTo("stale-form");
        assertThat(desk.writes(jan)).isEmpty();
    }

    @Test
    void aWrongValueIsToldAtItsField() {
        var kim = portal.signedIn("kim");
        var jan = desk.person("tom-two-names");
        desk.verified(kim, jan);
        var edit = kim.get(Desk.page(jan) + "/actions/edit-attributes");
        var answer = kim.submit(edit, action("edit-attributes"), Map.of("value.surname", "x".repeat(65)));
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.document().select(".field .error").text()).contains("64");
    }

    @Test
    void theCustomerFollowsTheLinkAndChoosesAPassword() {
        var kim = portal.signedIn("kim");
        var jan = desk.person("jan-ordinary");
        var form = kim.get(Desk.page(jan) + "/actions/reset-password");
        var sent = kim.submit(form, action("reset-password"), Map.of("reason", "forgotten-password"));
        assertThat(sent.uri().getPath()).isEqualTo(Desk.page(jan));
        var link = link(jan);
        var customer = portal.customer();
        var choose = customer.get(link);
        assertThat(choose.status()).isEqualTo(200);
        assertThat(desk.writes(jan)).isEmpty();
        var weak = customer.submit(choose, "form[action^=/password]", Map.of("password", "short"));
        assertThat(weak.status()).isEqualTo(422);
        var chosen = customer.submit(choose, "form[action^=/password]", Map.of("password", "Correct-Horse-9"));
        assertThat(chosen.status()).isEqualTo(200);
        assertThat(chosen.uri().getPath()).isEqualTo("/password");
        assertThat(desk.writes(jan)).containsExactly("PATCH", "POST");
        assertThat(customer.get(link).status()).isEqualTo(404);
        Eventually.that(
                "the customer is told",
                () -> desk.mails(jan).stream().anyMatch(mail -> mail.subject().equals("Your password was changed")));
    }

    @Test
    void unknownLinksAnswerLikeUsedOnes() {
        var customer = portal.customer();
        var answer = customer.get("/password/" + "A".repeat(43));
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.document().select("h1").text()).isEqualTo("This link no longer works");
        assertThat(answer.document().select("footer").text()).contains("Write to help@contoso.example.");
    }

    @Test
    void aProgramDoesTheSameThroughTheApi() {
        var sam = portal.bearer("sam");
        var jan = desk.person("jan-ordinary");
        var caseId = Desk.openCase(sam, jan);
        desk.verifiedByApi(sam, jan, caseId);
        var laid = sam.get(Desk.api(jan) + "/actions/edit-attributes").json();
        var change = new HashMap<String, Object>(Map.of(
                "customer", laid.path("customer").asString(),
                "seen", laid.path("seen").asString(),
                "attributes", Map.of("surname", "Jansen-Smit")));
        var preview = sam.postJson("/api/v1/cases/" + caseId + "/actions/edit-attributes/preview", change);
        assertThat(preview.status()).isEqualTo(200);
        assertThat(preview.json().path("differences").get(0).path("after").asString())
                .isEqualTo("Jansen-Smit");
        change.put("confirm", preview.json().path("confirm").asString());
        var done = sam.postJson("/api/v1/cases/" + caseId + "/actions/edit-attributes", change);
        assertThat(done.status()).isEqualTo(202);
        assertThat(desk.writes(jan)).containsExactly("PATCH");
    }

    private void unblockingWantsTheCallerVerified(Visitor sam) {
        var maria = desk.person("maria-blocked");
        var laid = sam.get(Desk.api(maria) + "/actions/unblock-sign-in").json();
        problem(
                sam.postJson(
                        "/api/v1/cases/" + Desk.openCase(sam, maria) + "/actions/unblock-sign-in",
                        Map.of(
                                "customer",
                                laid.path("customer").asString(),
                                "seen",
                                laid.path("seen").asString(),
                                "why",
                                "x")),
                "caller-not-verified");
        assertThat(desk.writes(maria)).isEmpty();
    }

    @Test
    @Asvs("8.3.1")
    void theApiRefusesWhatThePageRefuses() {
        var sam = portal.bearer("sam");
        var jan = desk.person("jan-ordinary");
        var bea = desk.person("bea-two-brands");
        var caseId = Desk.openCase(sam, jan);
        var laid = sam.get(Desk.api(jan) + "/actions/block-sign-in").json();
        var seen = laid.path("seen").asString();
        var customer = laid.path("customer").asString();
        var block = "/api/v1/cases/" + caseId + "/actions/block-sign-in";
        problem(
                sam.postJson(block, Map.of("customer", "contoso/" + bea.userId(), "seen", seen, "why", "x")),
                "wrong-customer");
        problem(sam.postJson(block, Map.of("customer", customer, "seen", "0", "why", "x")), "stale-form");
        problem(sam.postJson(block, Map.of("customer", customer, "seen", seen)), "invalid-case");
        problem(
                sam.postJson(block, Map.of("customer", customer, "seen", seen, "why", "x", "accountEnabled", true)),
                "malformed-request");
        problem(sam.postJson(block, "{\"customer\":"), "malformed-request");
        unblockingWantsTheCallerVerified(sam);
        problem(portal.bearer("pat").postJson(block, Map.of("customer", customer, "seen", seen)), "not-permitted");
        problem(
                portal.bearer("robin").postJson(block, Map.of("customer", customer, "seen", seen, "why", "x")),
                "case-not-found");
        assertThat(desk.writes(jan)).isEmpty();
        assertThat(desk.writes(bea)).isEmpty();
    }

    @Test
    void anAdministratorsAccountIsRefusedThroughBothDoors() {
        var ada = desk.person("admin-ada");
        var page = portal.signedIn("kim").get(Desk.page(ada) + "/actions/block-sign-in");
        assertThat(page.status()).isEqualTo(403);
        assertThat(page.problem()).isEqualTo("protected-customer");
        problem(portal.bearer("sam").get(Desk.api(ada) + "/actions/block-sign-in"), "protected-customer");
    }

    @Test
    void aCustomerWithoutAddressIsToldWhatToDoInstead() {
        var noah = desk.person("noah-no-mail");
        var page = portal.signedIn("kim").get(Desk.page(noah) + "/actions/reset-password");
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.document().select(".empty-state h2").text()).isEqualTo("There is no address on file");
    }

    private static void problem(Answer answer, String code) {
        assertThat(answer.problem()).as(answer.body()).isEqualTo(code);
        assertThat(answer.status()).isBetween(400, 499);
    }

    private String link(Person customer) {
        Eventually.that("the link arrives", () -> resetLinks(customer).findAny().isPresent());
        return resetLinks(customer).findFirst().orElseThrow();
    }

    private Stream<String> resetLinks(Person customer) {
        return desk.mails(customer).stream()
                .flatMap(mail -> mail.links().stream())
                .filter(link -> link.contains("/password/"));
    }

    private static String action(String name) {
        return "form[action$=/actions/" + name + "]";
    }
}
