package latchkey.helpdesk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import latchkey.testing.Answer;
import latchkey.testing.Eventually;
import latchkey.testing.PortalProcess;
import latchkey.testing.PortalTest;
import latchkey.testing.SandboxControl.Mail;
import latchkey.testing.SandboxControl.Person;
import latchkey.testing.Visitor;
import org.junit.jupiter.api.Test;

/** What agents and customers do, through the page and through the API, against the sandbox. */
@PortalTest
class DeskDoorsTest {

    private final PortalProcess portal;

    DeskDoorsTest(PortalProcess portal) {
        this.portal = portal;
    }

    @Test
    void anAgentBlocksACustomerThroughThePage() {
        var kim = portal.signedIn("kim");
        var jan = person("plus-address");
        var form = kim.get(page(jan) + "/actions/block-sign-in");
        assertThat(form.status()).isEqualTo(200);
        var answer = kim.submit(form, action("block-sign-in"), Map.of("reason", "other", "why", "account was shared"));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.uri().getPath()).isEqualTo(page(jan));
        assertThat(writes(jan)).containsExactly("PATCH");
    }

    @Test
    void aFormWithoutReasonComesBackWithTheRefusal() {
        var kim = portal.signedIn("kim");
        var jan = person("oneil-apostrophe");
        var form = kim.get(page(jan) + "/actions/block-sign-in");
        var answer = kim.submit(form, action("block-sign-in"), Map.of("why", "account was shared"));
        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.problem()).isEqualTo("case-required");
        assertThat(writes(jan)).isEmpty();
    }

    @Test
    void theFormOfOneCustomerSentToAnotherWritesToNobody() {
        var kim = portal.signedIn("kim");
        var jan = person("jan-ordinary");
        var bea = person("bea-two-brands");
        var form = kim.get(page(jan) + "/actions/block-sign-in").document().expectFirst(action("block-sign-in"));
        var fields = new HashMap<String, String>();
        form.select("input[name][type=hidden]").forEach(input -> fields.put(input.attr("name"), input.val()));
        fields.putAll(Map.of("reason", "other", "why", "account was shared"));
        var answer = kim.post(page(bea) + "/actions/block-sign-in", fields);
        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.problem()).isEqualTo("wrong-customer");
        assertThat(writes(jan)).isEmpty();
        assertThat(writes(bea)).isEmpty();
    }

    @Test
    void anAgentEditsAnAttributeAfterTheCallerReadTheCode() {
        var kim = portal.signedIn("kim");
        var jan = person("dup-smith-1");
        var address = page(jan) + "/actions/edit-attributes";
        var verify = kim.get(address);
        assertThat(verify.document().select("[name=address]")).isNotEmpty();
        var asked = kim.submit(verify, "form[action$=/verifications]", Map.of("reason", "change-of-data"));
        var edit = kim.submit(asked, "form[action$=/answer]", Map.of("code", code(jan)));
        assertThat(edit.document().select("[name='value.surname']")).isNotEmpty();
        var confirm = kim.submit(edit, action("edit-attributes"), Map.of("value.surname", "Jansen-Smit"));
        assertThat(confirm.document().select(".diff ins").text()).isEqualTo("Jansen-Smit");
        assertThat(writes(jan)).isEmpty();
        var done = kim.submit(confirm, action("edit-attributes"), Map.of());
        assertThat(done.uri().getPath()).isEqualTo(page(jan));
        assertThat(done.document().select("[role=status]").text()).isEqualTo("The data was changed.");
        assertThat(done.document().select(".timeline").text()).contains("Kim Andersen edited Last name");
        assertThat(kim.get(page(jan)).document().select("[role=status]")).isEmpty();
        assertThat(writes(jan)).containsExactly("PATCH");
    }

    @Test
    void aConfirmedFormThatWasChangedWritesNothing() {
        var kim = portal.signedIn("kim");
        var jan = person("dup-smith-2");
        verified(kim, jan);
        var edit = kim.get(page(jan) + "/actions/edit-attributes");
        var confirm = kim.submit(edit, action("edit-attributes"), Map.of("value.surname", "Jansen-Smit"));
        var answer = kim.submit(confirm, action("edit-attributes"), Map.of("value.surname", "Somebody-Else"));
        assertThat(answer.problem()).isEqualTo("stale-form");
        assertThat(writes(jan)).isEmpty();
    }

    @Test
    void aWrongValueIsToldAtItsField() {
        var kim = portal.signedIn("kim");
        var jan = person("tom-two-names");
        verified(kim, jan);
        var edit = kim.get(page(jan) + "/actions/edit-attributes");
        var answer = kim.submit(edit, action("edit-attributes"), Map.of("value.surname", "x".repeat(65)));
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.document().select(".field .error").text()).contains("64");
    }

    @Test
    void theCustomerFollowsTheLinkAndChoosesAPassword() {
        var kim = portal.signedIn("kim");
        var jan = person("jan-ordinary");
        var form = kim.get(page(jan) + "/actions/reset-password");
        var sent = kim.submit(form, action("reset-password"), Map.of("reason", "forgotten-password"));
        assertThat(sent.uri().getPath()).isEqualTo(page(jan));
        var link = link(jan);
        var customer = portal.customer();
        var choose = customer.get(link);
        assertThat(choose.status()).isEqualTo(200);
        assertThat(writes(jan)).isEmpty();
        var weak = customer.submit(choose, "form[action^=/password]", Map.of("password", "short"));
        assertThat(weak.status()).isEqualTo(422);
        var chosen = customer.submit(choose, "form[action^=/password]", Map.of("password", "Correct-Horse-9"));
        assertThat(chosen.status()).isEqualTo(200);
        assertThat(chosen.uri().getPath()).isEqualTo("/password");
        assertThat(writes(jan)).containsExactly("PATCH", "POST");
        assertThat(customer.get(link).status()).isEqualTo(404);
        Eventually.that("the customer is told", () -> mails(jan).size() == 2);
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
        var jan = person("jan-ordinary");
        var caseId = openCase(sam, jan);
        verifiedByApi(sam, jan, caseId);
        var laid = sam.get(api(jan) + "/actions/edit-attributes").json();
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
        assertThat(writes(jan)).containsExactly("PATCH");
    }

    private void unblockingWantsTheCallerVerified(Visitor sam) {
        var maria = person("maria-blocked");
        var laid = sam.get(api(maria) + "/actions/unblock-sign-in").json();
        problem(
                sam.postJson(
                        "/api/v1/cases/" + openCase(sam, maria) + "/actions/unblock-sign-in",
                        Map.of(
                                "customer",
                                laid.path("customer").asString(),
                                "seen",
                                laid.path("seen").asString(),
                                "why",
                                "x")),
                "caller-not-verified");
        assertThat(writes(maria)).isEmpty();
    }

    @Test
    void theApiRefusesWhatThePageRefuses() {
        var sam = portal.bearer("sam");
        var jan = person("jan-ordinary");
        var bea = person("bea-two-brands");
        var caseId = openCase(sam, jan);
        var laid = sam.get(api(jan) + "/actions/block-sign-in").json();
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
        assertThat(writes(jan)).isEmpty();
        assertThat(writes(bea)).isEmpty();
    }

    @Test
    void anAdministratorsAccountIsRefusedThroughBothDoors() {
        var ada = person("admin-ada");
        var page = portal.signedIn("kim").get(page(ada) + "/actions/block-sign-in");
        assertThat(page.status()).isEqualTo(403);
        assertThat(page.problem()).isEqualTo("protected-customer");
        problem(portal.bearer("sam").get(api(ada) + "/actions/block-sign-in"), "protected-customer");
    }

    @Test
    void aCustomerWithoutAddressIsToldWhatToDoInstead() {
        var noah = person("noah-no-mail");
        var page = portal.signedIn("kim").get(page(noah) + "/actions/reset-password");
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.document().select(".empty-state h2").text()).isEqualTo("There is no address on file");
    }

    private void verified(Visitor agent, Person customer) {
        var verify = agent.get(page(customer) + "/actions/verify-caller");
        var asked = agent.submit(verify, "form[action$=/verifications]", Map.of("reason", "change-of-data"));
        agent.submit(asked, "form[action$=/answer]", Map.of("code", code(customer)));
    }

    private void verifiedByApi(Visitor program, Person customer, String caseId) {
        var addresses = program.get("/api/v1/cases/" + caseId + "/addresses").json();
        var handle = addresses.path("addresses").get(0).path("handle").asString();
        var sent = program.postJson("/api/v1/cases/" + caseId + "/verifications", Map.of("address", handle));
        assertThat(sent.status()).isEqualTo(201);
        var answer = program.postJson(
                "/api/v1/cases/" + caseId + "/verifications/"
                        + sent.json().path("id").asString() + "/answer",
                Map.of("code", code(customer)));
        assertThat(answer.status()).isEqualTo(200);
    }

    private static String openCase(Visitor program, Person customer) {
        var opened = program.postJson(api(customer) + "/cases", Map.of("reason", "other", "ticket", "T-7"));
        assertThat(opened.status()).isEqualTo(201);
        return opened.json().path("id").asString();
    }

    private static void problem(Answer answer, String code) {
        assertThat(answer.problem()).as(answer.body()).isEqualTo(code);
        assertThat(answer.status()).isBetween(400, 499);
    }

    private String code(Person customer) {
        Eventually.that("the code arrives", () -> mails(customer).stream().anyMatch(DeskDoorsTest::isCode));
        var mail =
                mails(customer).stream().filter(DeskDoorsTest::isCode).toList().getLast();
        return Objects.requireNonNull(mail.text())
                .lines()
                .map(String::strip)
                .filter(line -> line.matches("[0-9]{6}"))
                .findFirst()
                .orElseThrow();
    }

    private static boolean isCode(Mail mail) {
        return mail.subject().contains("code");
    }

    private String link(Person customer) {
        Eventually.that("the link arrives", () -> !mails(customer).isEmpty());
        return mails(customer).getLast().links().getFirst();
    }

    private List<Mail> mails(Person customer) {
        return portal.sandbox().control().mailTo(Objects.requireNonNull(customer.email()));
    }

    private List<String> writes(Person customer) {
        return portal.sandbox().control().journal("graph").stream()
                .filter(entry -> String.valueOf(entry.path()).contains(String.valueOf(customer.userId())))
                .map(entry -> String.valueOf(entry.method()))
                .filter(method -> !method.equals("GET"))
                .toList();
    }

    /** Cases outlive a test, so no two tests let one agent help one person. */
    private Person person(String key) {
        return portal.sandbox().control().person(key);
    }

    private static String action(String name) {
        return "form[action$=/actions/" + name + "]";
    }

    private static String page(Person customer) {
        return "/directories/contoso/customers/" + customer.userId();
    }

    private static String api(Person customer) {
        return "/api/v1/directories/contoso/customers/" + customer.userId();
    }
}
