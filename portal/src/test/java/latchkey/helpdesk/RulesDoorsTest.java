package latchkey.helpdesk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import latchkey.testing.Answer;
import latchkey.testing.Asvs;
import latchkey.testing.Eventually;
import latchkey.testing.PortalProcess;
import latchkey.testing.SandboxControl.Person;
import latchkey.testing.ShiftedClock;
import latchkey.testing.Visitor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the rules across actions, the limits and heightened caution refuse, through the page and through the API. */
class RulesDoorsTest {

    private static final ShiftedClock CLOCK = new ShiftedClock();

    private static PortalProcess portal;
    private static Desk desk;

    @BeforeAll
    static void open() {
        portal = PortalProcess.start(
                Map.of(
                        "latchkey.limits.customers-per-hour", "6",
                        "latchkey.limits.customers-per-day", "9",
                        "latchkey.limits.searches-per-hour", "2",
                        "latchkey.limits.reveals-per-hour", "1",
                        "latchkey.limits.verifications-per-hour", "2",
                        "latchkey.limits.actions-per-hour", "4",
                        "latchkey.limits.actions-on-customer-per-hour", "5"),
                CLOCK);
        desk = new Desk(portal);
    }

    @AfterAll
    static void close() {
        portal.close();
    }

    /** Nothing of the test before counts any longer. */
    @BeforeEach
    void daysLater() {
        CLOCK.move(Duration.ofDays(5));
        portal.sandbox().control().reset();
    }

    @Test
    void whoSentAResetChangesNoAddressButAnotherAgentDoesWithAnApproval() {
        var jan = desk.person("jan-ordinary");
        var program = portal.bearer("kim");
        var kims = Desk.openCase(program, jan);
        desk.verifiedByApi(program, jan, kims);
        var confirm = preview(program, jan, kims).json().path("confirm").asString();
        assertThat(act(program, jan, kims, "reset-password", Map.of("address", handle(program, kims)))
                        .status())
                .isEqualTo(200);

        refused(edit(program, jan, kims), "another-agent-required");
        assertThat(preview(program, jan, kims).json().path("until").asString()).isNotEmpty();
        var kim = portal.signedIn("kim");
        var form = kim.get(Desk.page(jan) + "/actions/edit-attributes");
        assertThat(form.document().select("[data-cooling=another-agent-with-approval]"))
                .hasSize(1);
        refused(
                kim.submit(form, action("edit-attributes"), Map.of("value.mobilePhone", "+4930123456")),
                "another-agent-required");
        refused(
                kim.submit(
                        form,
                        action("edit-attributes"),
                        Map.of("value.mobilePhone", "+4930123456", "confirm", confirm)),
                "another-agent-required");
        assertThat(desk.writes(jan)).isEmpty();

        // The code for the other agent must be the first one in the mailbox.
        portal.sandbox().control().reset();
        var other = portal.bearer("sam");
        var sams = Desk.openCase(other, jan);
        desk.verifiedByApi(other, jan, sams);
        var laid = other.get(Desk.api(jan) + "/actions/edit-attributes").json();
        assertThat(laid.path("cooling").path(0).path("demand").asString()).isEqualTo("approval");
        var asked = edit(other, jan, sams);
        refused(asked, "approval-required");
        assertThat(desk.writes(jan)).isEmpty();
        var approval = asked.json().path("approval").asString();
        assertThat(portal.bearer("robin")
                        .postJson("/api/v1/approvals/" + approval + "/decision", Map.of("decision", "yes"))
                        .status())
                .isEqualTo(200);
        assertThat(edit(other, jan, sams).status()).isEqualTo(202);
        assertThat(desk.writes(jan)).containsExactly("PATCH");
    }

    @Test
    void anAddressThatOthersPutThereGetsNoCodeAndNoLink() {
        var jan = desk.person("plus-address");
        var program = portal.bearer("kim");
        var kims = Desk.openCase(program, jan);
        changedElsewhere(jan, "Identities", "Mail", "OtherMails");

        var addresses =
                program.get("/api/v1/cases/" + kims + "/addresses").json().path("addresses");
        assertThat(addresses.path(0).path("waitsUntil").asString()).isNotEmpty();
        var handle = addresses.path(0).path("handle").asString();
        refused(
                program.postJson("/api/v1/cases/" + kims + "/verifications", Map.of("address", handle)),
                "address-too-new");
        refused(act(program, jan, kims, "reset-password", Map.of("address", handle)), "address-too-new");

        var kim = portal.signedIn("kim");
        var verify = kim.get(Desk.page(jan) + "/actions/verify-caller");
        assertThat(verify.document().select("input[name=address]:not([disabled])"))
                .isEmpty();
        refused(kim.submit(verify, "form[action$=/verifications]", Map.of("address", handle)), "address-too-new");
        var reset = kim.get(Desk.page(jan) + "/actions/reset-password");
        refused(kim.submit(reset, action("reset-password"), Map.of("address", handle)), "address-too-new");
        assertThat(desk.mails(jan)).isEmpty();
    }

    @Test
    void aCrawlEndsAtTheHoursLimitAndASlowOneAtTheDays() {
        var pat = portal.bearer("pat");
        for (int customer = 0; customer < 6; customer++) {
            assertThat(pat.get(somebody()).problem()).isEqualTo("customer-not-found");
        }
        portal.sandbox().control().clearJournal();
        var over = pat.get(somebody());
        refused(over, "too-many-customers");
        assertThat(over.status()).isEqualTo(429);
        assertThat(over.json().path("until").asString()).isNotEmpty();
        for (var path : List.of("/methods", "/timeline")) {
            refused(pat.get(somebody() + path), "too-many-customers");
        }
        var browser = portal.signedIn("pat");
        refused(browser.get(somebody().replace("/api/v1", "")), "too-many-customers");
        refused(browser.get(somebody().replace("/api/v1", "") + "/panels/methods"), "too-many-customers");
        assertThat(portal.sandbox().control().journal("graph"))
                .noneMatch(call -> String.valueOf(call.path()).contains("/users/"));
        supervisorsKnow("customers");

        CLOCK.move(Duration.ofHours(2));
        for (int customer = 0; customer < 3; customer++) {
            assertThat(pat.get(somebody()).problem()).isEqualTo("customer-not-found");
        }
        refused(pat.get(somebody()), "too-many-customers");
    }

    @Test
    @Asvs({"2.3.2", "2.4.1"})
    void searchesMethodsCodesAndActionsHaveTheirLimitsToo() {
        var program = portal.bearer("kim");
        for (int search = 0; search < 2; search++) {
            assertThat(program.postJson("/api/v1/searches", Map.of("query", "nobody-" + search))
                            .status())
                    .isEqualTo(201);
        }
        refused(program.postJson("/api/v1/searches", Map.of("query", "nobody")), "too-many-searches");
        var kim = portal.signedIn("kim");
        refused(kim.postForm("/search", Map.of("query", "nobody")), "too-many-searches");

        var jan = desk.person("jan-ordinary");
        var mo = desk.person("mobile-mo");
        assertThat(program.get(Desk.api(jan) + "/methods").status()).isEqualTo(200);
        refused(program.get(Desk.api(mo) + "/methods"), "too-many-reveals");
        assertThat(kim.get(Desk.page(mo) + "/panels/methods").document().text()).contains("It goes on from");

        var kims = Desk.openCase(program, jan);
        var address = Map.of("address", handle(program, kims));
        for (int code = 0; code < 2; code++) {
            assertThat(program.postJson("/api/v1/cases/" + kims + "/verifications", address)
                            .status())
                    .isEqualTo(201);
        }
        refused(program.postJson("/api/v1/cases/" + kims + "/verifications", address), "too-many-verifications");
        var verify = kim.get(Desk.page(jan) + "/actions/verify-caller");
        refused(kim.submit(verify, "form[action$=/verifications]", Map.of()), "too-many-verifications");

        for (int time = 0; time < 4; time++) {
            assertThat(act(program, jan, kims, "revoke-sessions", Map.of()).status())
                    .isEqualTo(202);
        }
        refused(act(program, jan, kims, "revoke-sessions", Map.of()), "too-many-actions");
        var revoke = kim.get(Desk.page(jan) + "/actions/revoke-sessions");
        refused(kim.submit(revoke, action("revoke-sessions"), Map.of()), "too-many-actions");
        var sam = portal.bearer("sam");
        var sams = Desk.openCase(sam, jan);
        assertThat(act(sam, jan, sams, "revoke-sessions", Map.of()).status()).isEqualTo(202);
        refused(act(sam, jan, sams, "revoke-sessions", Map.of()), "too-many-for-customer");
        var samsPage = portal.signedIn("sam");
        var again = samsPage.get(Desk.page(jan) + "/actions/revoke-sessions");
        refused(samsPage.submit(again, action("revoke-sessions"), Map.of()), "too-many-for-customer");
        assertThat(desk.writes(jan)).hasSize(5);
    }

    @Test
    void heightenedCautionIsOneButtonForSupervisorsAndHoldsForEverybody() {
        var jan = desk.person("jan-ordinary");
        var kim = portal.signedIn("kim");
        assertThat(kim.get("/me").document().select("[data-banner]")).isEmpty();
        refused(kim.get("/caution"), "not-permitted");
        refused(kim.postForm("/caution", Map.of("hours", "1", "why", "fun")), "not-permitted");
        var program = portal.bearer("kim");
        refused(program.postJson("/api/v1/caution", Map.of("hours", 1, "why", "fun")), "not-permitted");
        var robin = portal.signedIn("robin");
        refused(robin.postForm("/caution", Map.of("hours", "3", "why", "calls that push")), "invalid-caution");
        var supervisor = portal.bearer("robin");
        refused(supervisor.postJson("/api/v1/caution", Map.of("hours", 4, "why", "")), "invalid-caution");
        refused(supervisor.postJson("/api/v1/caution/end", Map.of("why", "over")), "nothing-changed");
        refused(robin.postForm("/caution/end", Map.of("why", "over")), "nothing-changed");

        var switched = robin.submit(
                robin.get("/caution"), "form[action='/caution']", Map.of("hours", "4", "why", "calls that push"));
        assertThat(switched.uri().getPath()).isEqualTo("/caution");
        assertThat(kim.get("/me").document().select("[data-banner]").text()).contains("calls that push");
        assertThat(program.get("/api/v1/caution").json().path("raised").asBoolean())
                .isTrue();

        var kims = Desk.openCase(program, jan);
        refused(act(program, jan, kims, "block-sign-in", Map.of("why", "lost phone")), "caller-not-verified");
        var block = kim.get(Desk.page(jan) + "/actions/block-sign-in");
        assertThat(block.document().select("form[action$=/verifications]")).hasSize(1);
        refused(
                kim.postForm(
                        Desk.page(jan) + "/actions/block-sign-in",
                        Map.of("openedFor", "contoso/" + jan.userId(), "why", "lost phone")),
                "caller-not-verified");
        desk.verifiedByApi(program, jan, kims);
        refused(
                act(program, jan, kims, "reset-password", Map.of("address", handle(program, kims))),
                "approval-required");
        var reset = kim.get(Desk.page(jan) + "/actions/reset-password");
        assertThat(reset.document().select("[data-cooling=caution]")).hasSize(1);
        refused(kim.submit(reset, action("reset-password"), Map.of()), "approval-required");
        assertThat(desk.writes(jan)).isEmpty();
        for (int customer = 0; customer < 2; customer++) {
            assertThat(program.get(somebody()).problem()).isEqualTo("customer-not-found");
        }
        refused(program.get(somebody()), "too-many-customers");

        var ended = robin.submit(robin.get("/caution"), "form[action='/caution/end']", Map.of("why", "it was a drill"));
        assertThat(ended.document().select("[data-banner]")).isEmpty();
        assertThat(act(program, jan, kims, "block-sign-in", Map.of("why", "lost phone"))
                        .status())
                .isEqualTo(202);
    }

    private void supervisorsKnow(String limit) {
        Eventually.that(
                "the supervisors are told",
                () -> portal.sandbox().control().mailTo("admin@contoso.example").stream()
                        .anyMatch(mail -> mail.subject().startsWith("An agent reached a limit")));
        assertThat(portal.sandbox().control().mailTo("admin@contoso.example").stream()
                        .filter(mail -> mail.subject().startsWith("An agent reached a limit")))
                .hasSize(1);
        var alarms = portal.bearer("robin").get("/api/v1/limits").json().path("alarms");
        assertThat(alarms.path(0).path("limit").asString()).isEqualTo(limit);
        assertThat(portal.signedIn("robin").get("/limits").document().select("tbody tr"))
                .isNotEmpty();
        refused(portal.signedIn("kim").get("/limits"), "not-permitted");
        refused(portal.bearer("kim").get("/api/v1/limits"), "not-permitted");
    }

    /** As the collector would have read it from the directory's log. */
    private static void changedElsewhere(Person customer, String... properties) {
        JdbcClient.create(portal.database().owner())
                .sql("""
                        insert into directory_events (directory, event_id, customer, at, activity, service, result,
                            app_name, changed)
                        values ('contoso', :id, :customer, :at, 'Update user', 'Core Directory', 'SUCCESS',
                            'another portal', :changed)""")
                .param("id", UUID.randomUUID().toString())
                .param("customer", customer.userId())
                .param("at", CLOCK.instant().atOffset(java.time.ZoneOffset.UTC))
                .param("changed", properties)
                .update();
    }

    private static Answer edit(Visitor program, Person customer, String caseId) {
        var change = seen(program, customer, "edit-attributes");
        change.put("attributes", Map.of("mobilePhone", "+4930123456"));
        var confirm = preview(program, customer, caseId);
        if (confirm.status() != 200) {
            return confirm;
        }
        change.put("confirm", confirm.json().path("confirm").asString());
        return program.postJson("/api/v1/cases/" + caseId + "/actions/edit-attributes", change);
    }

    private static Answer preview(Visitor program, Person customer, String caseId) {
        var change = seen(program, customer, "edit-attributes");
        change.put("attributes", Map.of("mobilePhone", "+4930123456"));
        return program.postJson("/api/v1/cases/" + caseId + "/actions/edit-attributes/preview", change);
    }

    private static Answer act(
            Visitor program, Person customer, String caseId, String action, Map<String, String> more) {
        var request = seen(program, customer, action);
        request.putAll(more);
        return program.postJson("/api/v1/cases/" + caseId + "/actions/" + action, request);
    }

    private static Map<String, Object> seen(Visitor program, Person customer, String action) {
        var laid = program.get(Desk.api(customer) + "/actions/" + action).json();
        return new HashMap<>(Map.of(
                "customer", laid.path("customer").asString(),
                "seen", laid.path("seen").asString()));
    }

    private static String handle(Visitor program, String caseId) {
        return program.get("/api/v1/cases/" + caseId + "/addresses")
                .json()
                .path("addresses")
                .path(0)
                .path("handle")
                .asString();
    }

    private static String somebody() {
        return "/api/v1/directories/contoso/customers/" + UUID.randomUUID();
    }

    private static String action(String name) {
        return "form[action$=/actions/" + name + "]";
    }

    private static void refused(Answer answer, String problem) {
        assertThat(answer.problem()).as(answer.status() + " " + answer.body()).isEqualTo(problem);
        assertThat(answer.status()).isBetween(400, 499);
    }
}
