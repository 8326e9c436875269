package latchkey.helpdesk;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import latchkey.testing.Answer;
import latchkey.testing.Asvs;
import latchkey.testing.PortalProcess;
import latchkey.testing.PortalTest;
import latchkey.testing.SandboxControl.Person;
import latchkey.testing.Visitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What must not happen does not: through the page and through the API, with nothing written and nothing answering 5xx. */
@PortalTest
class RefusalsTest {

    private static final String WEBHOOK = "/api/v1/sync/dataverse/contoso";
    private static final String NOBODY = "/directories/contoso/customers/" + UUID.randomUUID();
    private static final Map<String, String> WHY = Map.of("reason", "other", "why", "account was shared");

    private final PortalProcess portal;
    private final Desk desk;

    RefusalsTest(PortalProcess portal) {
        this.portal = portal;
        this.desk = new Desk(portal);
    }

    @ParameterizedTest
    @ValueSource(strings = {"block-sign-in", "unblock-sign-in", "reset-password", "revoke-sessions", "edit-attributes"})
    @Asvs({"7.2.1", "7.2.2"})
    void withoutASessionNoActionBegins(String action) {
        var jan = desk.person("jan-ordinary");
        var page = portal.strangerStayingHere().get(Desk.page(jan) + "/actions/" + action);
        assertThat(page.status()).isEqualTo(302);
        assertThat(page.header("Location").orElse("")).contains("/oauth2/authorization/");
        refused(portal.strangerStayingHere().post(Desk.page(jan) + "/actions/" + action, WHY), "not-signed-in");
        var program = portal.strangerStayingHere().with("Accept", "application/json");
        refused(program.get(Desk.api(jan) + "/actions/" + action), "not-signed-in");
        refused(portal.withToken("forged").get(Desk.api(jan) + "/actions/" + action), "not-signed-in");
        nothingWritten(jan);
    }

    @ParameterizedTest
    @ValueSource(strings = {"block-sign-in", "unblock-sign-in", "reset-password", "revoke-sessions", "edit-attributes"})
    void aViewerChangesNothing(String action) {
        var jan = desk.person("jan-ordinary");
        var pat = portal.signedIn("pat");
        refused(pat.get(Desk.page(jan) + "/actions/" + action), "not-permitted");
        refused(pat.postForm(Desk.page(jan) + "/actions/" + action, WHY), "not-permitted");
        refused(portal.bearer("pat").get(Desk.api(jan) + "/actions/" + action), "not-permitted");
        refused(
                portal.bearer("pat").postJson("/api/v1/cases/" + UUID.randomUUID() + "/actions/" + action, Map.of()),
                "not-permitted");
        nothingWritten(jan);
    }

    @Test
    void whoseCallerIsUnverifiedEditsNothing() {
        var layla = desk.person("layla-arabic");
        var sam = portal.signedIn("sam");
        var address = Desk.page(layla) + "/actions/edit-attributes";
        assertThat(sam.get(address).document().select("[name^='value.']")).isEmpty();
        var shown = seen(layla, "edit-attributes");
        var form = Map.of(
                "openedFor",
                shown.get("customer"),
                "seen",
                shown.get("seen"),
                "value.surname",
                "Somebody-Else",
                "confirm",
                "guessed");
        refused(sam.postForm(address, form), "case-required");

        var program = portal.bearer("sam");
        var caseId = Desk.openCase(program, layla);
        var change = new HashMap<String, Object>(shown);
        change.put("attributes", Map.of("surname", "Somebody-Else"));
        var actions = "/api/v1/cases/" + caseId + "/actions/edit-attributes";
        change.put(
                "confirm",
                program.postJson(actions + "/preview", change)
                        .json()
                        .path("confirm")
                        .asString());
        refused(program.postJson(actions, change), "caller-not-verified");
        refused(sam.postForm(address, form), "caller-not-verified");
        nothingWritten(layla);
    }

    @Test
    @Asvs("1.2.2")
    void aCustomerWhoIsNotThereIsNotFoundByAnybody() {
        var kim = portal.signedIn("kim");
        var program = portal.bearer("kim");
        refused(kim.get(NOBODY), "customer-not-found");
        refused(kim.get(NOBODY + "/actions/block-sign-in"), "customer-not-found");
        refused(program.get("/api/v1" + NOBODY), "customer-not-found");
        refused(program.get("/api/v1" + NOBODY + "/actions/block-sign-in"), "customer-not-found");
        for (var id : new String[] {"not-a-guid", "%00", "..%2f..%2fme", "%27%20or%201%20eq%201", "x".repeat(500)}) {
            quietly(kim.get("/directories/contoso/customers/" + id));
            quietly(program.get("/api/v1/directories/contoso/customers/" + id));
        }
        refused(kim.get("/directories/nowhere/customers/" + UUID.randomUUID()), "directory-not-found");
        refused(program.get("/api/v1/directories/nowhere/customers/" + UUID.randomUUID()), "directory-not-found");
    }

    @Test
    @Asvs("3.5.1")
    void aFormOrCallWithoutItsTokenAgainstForgeryDoesNothing() {
        var jan = desk.person("jan-ordinary");
        var kim = portal.signedIn("kim");
        var fields = hidden(kim, jan);
        fields.putAll(WHY);
        refused(kim.post(Desk.page(jan) + "/actions/block-sign-in", fields), "csrf-missing");
        refused(kim.postJson(Desk.api(jan) + "/cases", Map.of("reason", "other")), "csrf-missing");
        refused(
                kim.with("X-CSRF-TOKEN", "guessed").postJson(Desk.api(jan) + "/cases", Map.of("reason", "other")),
                "csrf-missing");
        nothingWritten(jan);
    }

    @Test
    void theSessionCookieOpensTheApiWithItsToken() {
        var kim = portal.signedIn("kim");
        var jan = desk.person("jan-ordinary");
        var opened = kim.with("X-CSRF-TOKEN", kim.csrf()).postJson(Desk.api(jan) + "/cases", Map.of("reason", "other"));
        assertThat(opened.status()).as(opened.body()).isEqualTo(201);
    }

    @Test
    void aFormSeenBeforeSomebodyElsesChangeIsStale() {
        var yuki = desk.person("mobile-mo");
        var first = portal.signedIn("kim");
        var form = first.get(Desk.page(yuki) + "/actions/block-sign-in");
        var program = portal.bearer("sam");
        var caseId = Desk.openCase(program, yuki);
        var before = new HashMap<String, Object>(seen(yuki, "block-sign-in"));
        before.put("why", "lost telephone");
        var block = "/api/v1/cases/" + caseId + "/actions/block-sign-in";
        assertThat(program.postJson(block, before).status()).isEqualTo(202);

        var late = first.submit(form, "form[action$=/actions/block-sign-in]", WHY);
        refused(late, "stale-form");
        refused(program.postJson(block, before), "stale-form");
        assertThat(desk.writes(yuki)).hasSize(1);
    }

    @Test
    @Asvs("3.5.2")
    void whatIsNoJsonIsToldSo() {
        var kim = portal.bearer("kim");
        var jan = desk.person("jan-ordinary");
        for (var body :
                new String[] {"", "{", "[]", "null", "\"x\"", "{\"reason\":{}}", "{\"reason\":\"other\"", "\u0000"}) {
            var answer = kim.postJson(Desk.api(jan) + "/cases", body);
            assertThat(answer.status()).as(body + " → " + answer.body()).isBetween(400, 422);
            assertThat(answer.problem()).isNotEmpty();
        }
    }

    @Test
    void aWebhookThatDoesNotProveItselfIsRefused() {
        var contact = String.valueOf(desk.person("jan-ordinary").contactId());
        var message = message(contact);
        refused(portal.strangerStayingHere().postJson(WEBHOOK, message), "webhook-key-wrong");
        for (var key :
                new String[] {"", "guessed", "sandbox-webhook-ke", "sandbox-webhook-keyy", "SANDBOX-WEBHOOK-KEY"}) {
            refused(dataverse(key).postJson(WEBHOOK, message), "webhook-key-wrong");
        }
        refused(
                dataverse("sandbox-webhook-key").postJson("/api/v1/sync/dataverse/nowhere", message),
                "webhook-key-wrong");
    }

    @Test
    void aWebhookTooLargeOrNotOfItsShapeIsRefused() {
        var huge = "{\"x\":\"" + "y".repeat(1024 * 1024) + "\"}";
        refused(dataverse("sandbox-webhook-key").postJson(WEBHOOK, huge), "request-too-large");
        refused(dataverse("guessed").postJson(WEBHOOK, huge), "request-too-large");
        var streamed = dataverse("sandbox-webhook-key")
                .send(
                        "POST",
                        WEBHOOK,
                        BodyPublishers.ofInputStream(() -> new java.io.ByteArrayInputStream(huge.getBytes())),
                        Map.of("Content-Type", "application/json"));
        refused(streamed, "request-too-large");
        for (var body : new String[] {
            "", "{", "[]", "null", "{}", "{\"PrimaryEntityName\":\"contact\"}", message("no-guid"), "[".repeat(100_000)
        }) {
            refused(dataverse("sandbox-webhook-key").postJson(WEBHOOK, body), "webhook-malformed");
        }
    }

    private Visitor dataverse(String key) {
        var visitor = portal.strangerStayingHere();
        return key.isEmpty() ? visitor : visitor.with("x-latchkey-key", key);
    }

    private static String message(String contact) {
        return """
            {"PrimaryEntityName":"contact","PrimaryEntityId":"%s","MessageName":"Update","OperationId":"%s"}""".formatted(contact, UUID.randomUUID());
    }

    /** What every form of this customer's actions sends along. */
    private static Map<String, String> hidden(Visitor agent, Person customer) {
        var form = agent.get(Desk.page(customer) + "/actions/block-sign-in")
                .document()
                .expectFirst("form[action$=/actions/block-sign-in]");
        var fields = new HashMap<String, String>();
        form.select("input[name][type=hidden]:not([name=_csrf])")
                .forEach(input -> fields.put(input.attr("name"), input.val()));
        return fields;
    }

    /** What a program sends back of what it was shown. */
    private Map<String, String> seen(Person customer, String action) {
        var laid = portal.bearer("sam").get(Desk.api(customer) + "/actions/" + action);
        return Map.of(
                "customer", laid.json().path("customer").asString(),
                "seen", laid.json().path("seen").asString());
    }

    private static void refused(Answer answer, String problem) {
        assertThat(answer.problem()).as(answer.status() + " " + answer.body()).isEqualTo(problem);
        assertThat(answer.status()).isBetween(400, 499);
    }

    private static void quietly(Answer answer) {
        assertThat(answer.status()).as(answer.uri() + " " + answer.body()).isBetween(400, 499);
    }

    private void nothingWritten(Person customer) {
        assertThat(desk.writes(customer)).isEmpty();
    }
}
