package latchkey.helpdesk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import latchkey.testing.Answer;
import latchkey.testing.Eventually;
import latchkey.testing.Fault;
import latchkey.testing.PortalProcess;
import latchkey.testing.SandboxControl.Mail;
import latchkey.testing.SandboxControl.Person;
import latchkey.testing.Visitor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Having callers prove who they are, in more ways than one, through the page and through the API. */
class CallersDoorsTest {

    /** Registered as an authentication method of Jan's, and nowhere else. */
    private static final String PHONE = "+420601123456";

    private static final Pattern CODE = Pattern.compile("\\b[0-9]{6}\\b");

    private static PortalProcess portal;
    private static Desk desk;

    /** Its own: what other tests do to these customers would be told here as speaking against them. */
    @BeforeAll
    static void open() {
        portal = PortalProcess.start(Map.of());
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
    void twoProofsChangeAnAddressWithoutASecondPersonThroughThePage() {
        var jan = desk.person("jan-ordinary");
        var robin = portal.signedIn("robin");
        desk.verified(robin, jan);
        var edit = robin.get(Desk.page(jan) + "/actions/edit-attributes");
        assertThat(edit.document().select("[data-proof=two-or-approval] a")).hasSize(1);

        var verify = robin.get(Desk.page(jan) + "/actions/verify-caller");
        assertThat(verify.document().select("[data-why-not=no-phone]")).hasSize(1);
        var lookedUp = robin.get(verify.document()
                .expectFirst("a[href$=/actions/verify-caller/verifications]")
                .attr("href"));
        assertThat(lookedUp.document().text()).contains("+420 ••• 56").doesNotContain("601123456", "601 123");
        var texted = lookedUp.document()
                .expectFirst("label:has(.mono:containsOwn(+420)) input")
                .val();
        var asked = robin.submit(lookedUp, "form[action$=/verifications]", Map.of("address", texted));
        assertThat(asked.status()).as(asked.body()).isEqualTo(200);
        robin.submit(asked, "form[action$=/answer]", Map.of("code", textedCode()));

        var form = robin.get(Desk.page(jan) + "/actions/edit-attributes");
        assertThat(form.document().select("[data-proof]")).isEmpty();
        assertThat(form.document().select(".banner.good").text()).contains("two ways");
        var confirm = robin.submit(
                form, "form[action$=/actions/edit-attributes]", Map.of("value.mobilePhone", "+4915123456789"));
        var done = robin.submit(confirm, "form[action$=/actions/edit-attributes]", Map.of());
        assertThat(done.uri().getPath()).isEqualTo(Desk.page(jan));
        assertThat(desk.writes(jan)).containsExactly("PATCH");
    }

    @Test
    void aProgramIsToldWhatIsPossibleAndWhatIsMissing() {
        var tom = desk.person("bea-two-brands");
        var sam = portal.bearer("sam");
        var caseId = Desk.openCase(sam, tom);
        var places = sam.get("/api/v1/cases/" + caseId + "/addresses").json();
        assertThat(places.path("addresses").path(0).path("method").asString()).isEqualTo("emailed-code");
        assertThat(places.path("notPossible").path(0).path("method").asString()).isEqualTo("texted-code");
        assertThat(places.path("notPossible").path(0).path("why").asString()).isEqualTo("no-phone");
        desk.verifiedByApi(sam, tom, caseId);
        var laid = sam.get(Desk.api(tom) + "/actions/edit-attributes").json();
        assertThat(laid.path("assurance").asString()).isEqualTo("one-address");
        assertThat(laid.path("proofMissing").path(0).path("demand").asString()).isEqualTo("two-or-approval");
        assertThat(texts(laid.path("proofMissing").path(0).path("effects"))).containsExactly("addresses");
        refused(edit(sam, tom, caseId), "approval-required");
        assertThat(desk.writes(tom)).isEmpty();
    }

    @Test
    void aProgramSendsATextToARegisteredPhoneWhenTheProviderIsBackAgain() {
        var jan = desk.person("jan-ordinary");
        var kim = portal.bearer("kim");
        var caseId = Desk.openCase(kim, jan);
        portal.sandbox().control().fault(Fault.status(503).kind("sms").times(1));
        var handle = kim.get("/api/v1/cases/" + caseId + "/addresses?lookUp=true")
                .json()
                .path("addresses")
                .valueStream()
                .filter(one -> one.path("method").asString().equals("texted-code"))
                .map(one -> one.path("handle").asString())
                .findFirst()
                .orElseThrow();
        var sent = kim.postJson("/api/v1/cases/" + caseId + "/verifications", Map.of("address", handle));
        assertThat(sent.json().path("sentTo").asString()).isEqualTo("+420 ••• 56");
        var answer = kim.postJson(
                "/api/v1/cases/" + caseId + "/verifications/"
                        + sent.json().path("id").asString() + "/answer",
                Map.of("code", textedCode()));
        assertThat(answer.json().path("assurance").asString()).isEqualTo("one-address");
        assertThat(texts(answer.json().path("methods"))).containsExactly("texted-code");
    }

    @Test
    void duringHeightenedCautionOneProofIsNotEnoughForAnAddress() {
        var pia = desk.person("dup-smith-1");
        var sam = portal.bearer("sam");
        var caseId = Desk.openCase(sam, pia);
        desk.verifiedByApi(sam, pia, caseId);
        var page = portal.signedIn("sam");
        var supervisor = portal.bearer("robin");
        supervisor.postJson("/api/v1/caution", Map.of("hours", 1, "why", "calls that push"));
        try {
            refused(edit(sam, pia, caseId), "two-proofs-required");
            var form = page.get(Desk.page(pia) + "/actions/edit-attributes");
            assertThat(form.document().select("[data-proof=two]")).hasSize(1);
            var confirm = page.submit(
                    form, "form[action$=/actions/edit-attributes]", Map.of("value.mobilePhone", "+4915123456789"));
            refused(page.submit(confirm, "form[action$=/actions/edit-attributes]", Map.of()), "two-proofs-required");
            assertThat(desk.writes(pia)).isEmpty();
        } finally {
            supervisor.postJson("/api/v1/caution/end", Map.of("why", "it was a drill"));
        }
    }

    @Test
    void whatSpeaksAgainstACallerStandsAboveEveryFormAndInTheApi() {
        var una = desk.person("unlinked-una");
        var sam = portal.bearer("sam");
        failsWith(sam, una);
        registeredElsewhere(una);
        var kim = portal.signedIn("kim");
        for (var action : List.of("verify-caller", "block-sign-in", "reset-password", "edit-attributes")) {
            var shown = kim.get(Desk.page(una) + "/actions/" + action).document();
            assertThat(shown.select("[data-contradiction]").eachAttr("data-contradiction"))
                    .as(action)
                    .contains("methods-changed", "failed-with-others");
            assertThat(shown.select("[data-unknown]").eachAttr("data-unknown"))
                    .as(action)
                    .contains("no-log", "older");
        }
        var laid = portal.bearer("kim")
                .get(Desk.api(una) + "/actions/block-sign-in")
                .json();
        assertThat(laid.path("contradictions")
                        .valueStream()
                        .filter(one -> one.path("known").asBoolean())
                        .map(one -> one.path("code").asString()))
                .contains("methods-changed", "failed-with-others");
    }

    private void failsWith(Visitor program, Person customer) {
        var caseId = Desk.openCase(program, customer);
        var handle = program.get("/api/v1/cases/" + caseId + "/addresses")
                .json()
                .path("addresses")
                .path(0)
                .path("handle")
                .asString();
        var sent = program.postJson("/api/v1/cases/" + caseId + "/verifications", Map.of("address", handle));
        var wrong = desk.code(customer).equals("000000") ? "000001" : "000000";
        refused(
                program.postJson(
                        "/api/v1/cases/" + caseId + "/verifications/"
                                + sent.json().path("id").asString() + "/answer",
                        Map.of("code", wrong)),
                "verification-failed");
    }

    /** As the collector would have read it from the directory's log. */
    private void registeredElsewhere(Person customer) {
        JdbcClient.create(portal.database().owner())
                .sql("""
                        insert into directory_events (directory, event_id, customer, at, activity, service, result,
                            app_name, changed)
                        values ('contoso', :id, :customer, :at, 'User registered security info',
                            'Authentication Methods', 'SUCCESS', 'another portal', array[]::text[])""")
                .param("id", UUID.randomUUID().toString())
                .param("customer", customer.userId())
                .param("at", Instant.now().atOffset(ZoneOffset.UTC))
                .update();
    }

    private Answer edit(Visitor program, Person customer, String caseId) {
        var laid = program.get(Desk.api(customer) + "/actions/edit-attributes").json();
        var change = new HashMap<String, Object>(Map.of(
                "customer", laid.path("customer").asString(),
                "seen", laid.path("seen").asString(),
                "attributes", Map.of("mobilePhone", "+4915123456789")));
        var actions = "/api/v1/cases/" + caseId + "/actions/edit-attributes";
        change.put(
                "confirm",
                program.postJson(actions + "/preview", change)
                        .json()
                        .path("confirm")
                        .asString());
        return program.postJson(actions, change);
    }

    private String textedCode() {
        Eventually.that("the text message arrives", () -> codes().findAny().isPresent());
        return codes().toList().getLast();
    }

    private Stream<String> codes() {
        return portal.sandbox().control().mailTo(PHONE).stream()
                .map(Mail::text)
                .flatMap(text -> CODE.matcher(Objects.requireNonNull(text)).results())
                .map(found -> found.group());
    }

    private static List<String> texts(JsonNode list) {
        return list.valueStream().map(JsonNode::asString).toList();
    }

    private static void refused(Answer answer, String problem) {
        assertThat(answer.problem()).as(answer.status() + " " + answer.body()).isEqualTo(problem);
    }
}
