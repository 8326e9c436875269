package latchkey.helpdesk;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import latchkey.testing.Answer;
import latchkey.testing.Asvs;
import latchkey.testing.PortalProcess;
import latchkey.testing.SandboxControl.Person;
import latchkey.testing.SandboxProcess;
import latchkey.testing.ShiftedClock;
import latchkey.testing.Visitor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** What needs a fresh sign-in is done through no door without one. */
class StepUpDoorsTest {

    private static final List<String> ACTIONS = List.of(
            "block-sign-in",
            "unblock-sign-in",
            "reset-password",
            "revoke-sessions",
            "edit-attributes",
            "show-password");

    private static final String EVERYTHING = "search-customers,view-customer,open-case,verify-caller,edit-attributes,"
            + "reset-password,show-generated-password,block-sign-in,unblock-sign-in,revoke-sessions,give-approval,"
            + "view-audit,end-sessions";

    private static final ShiftedClock CLOCK = new ShiftedClock();

    private static PortalProcess portal;

    private final Desk desk = new Desk(portal);

    @BeforeAll
    static void open() {
        SandboxProcess.fresh();
        portal = PortalProcess.start(
                Map.ofEntries(
                        Map.entry(
                                "latchkey.access.step-up.actions",
                                String.join(",", ACTIONS) + ",give-approval,end-session"),
                        Map.entry("latchkey.access.step-up.max-age", "15m"),
                        Map.entry("latchkey.access.step-up.acrs", "c1"),
                        Map.entry("latchkey.access.idle-minutes", "60"),
                        Map.entry("latchkey.access.roles.supervisor.permissions", EVERYTHING),
                        Map.entry("latchkey.access.roles.supervisor.populations", "everyone"),
                        Map.entry("latchkey.directories.contoso.reset.show-generated-password", "true")),
                CLOCK);
    }

    @AfterAll
    static void close() {
        portal.close();
    }

    @BeforeEach
    void seedAgain() {
        SandboxProcess.fresh();
    }

    @ParameterizedTest
    @FieldSource("ACTIONS")
    @Asvs("6.8.4")
    void noPageDoesItForWhoHasOnlySignedIn(String action) {
        var jan = desk.person("jan-ordinary");
        var robin = portal.signedIn("robin");
        var path = Desk.page(jan) + "/actions/" + action;

        refused(robin.get(path));
        refused(robin.postForm(path, typed(jan)));
        assertThat(robin.send("HEAD", path, BodyPublishers.noBody(), Map.of()).status())
                .isEqualTo(401);
        for (var override : List.of("X-HTTP-Method-Override", "X-HTTP-Method", "X-Method-Override")) {
            assertThat(robin.send("GET", path + "?_method=POST", BodyPublishers.noBody(), Map.of(override, "POST"))
                            .status())
                    .as(override)
                    .isEqualTo(401);
        }
        for (var method : List.of("PUT", "PATCH", "DELETE")) {
            var answer = robin.send(
                    method,
                    path,
                    BodyPublishers.ofString("_csrf=" + robin.csrf()),
                    Map.of("Content-Type", "application/x-www-form-urlencoded"));
            assertThat(answer.status()).as(method).isBetween(400, 499);
        }
        assertThat(desk.writes(jan)).isEmpty();
    }

    @ParameterizedTest
    @FieldSource("ACTIONS")
    @Asvs("10.3.4")
    void noProgramDoesItWithATokenThatIsOldOrWeakOrSilent(String action) {
        var jan = desk.person("jan-ordinary");
        var caseId = Desk.openCase(portal.bearer("robin"), jan);
        var path = "/api/v1/cases/" + caseId + "/actions/" + action;
        var body = new HashMap<String, Object>(Map.of("customer", "contoso/" + jan.userId(), "seen", "x"));
        if (action.equals("edit-attributes")) {
            body.put("attributes", Map.of("surname", "Other"));
        }
        var confirmed = new HashMap<>(body);
        if (action.equals("edit-attributes")) {
            confirmed.put("confirm", "x");
        }
        for (var token : List.of(token(0), token(901, "c1"), token(-1, "c1"), token(0, "c2"))) {
            refused(token.get(Desk.api(jan) + "/actions/" + action));
            if (action.equals("show-password")) {
                assertThat(token.postJson(path, confirmed).status()).isEqualTo(404);
            } else {
                refused(token.postJson(path, confirmed));
            }
        }
        if (action.equals("edit-attributes")) {
            refused(token(901, "c1").postJson(path + "/preview", body));
        }
        assertThat(token(10, "c1").get(Desk.api(jan) + "/actions/" + action).problem())
                .isNotEqualTo("step-up-required");
        assertThat(desk.writes(jan)).isEmpty();
    }

    @Test
    void aProgramIsToldWhatToAskTheIssuerFor() {
        var answer = token(0).get(Desk.api(desk.person("jan-ordinary")) + "/actions/block-sign-in");

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.header("WWW-Authenticate"))
                .hasValueSatisfying(challenge -> assertThat(challenge)
                        .startsWith("Bearer error=\"insufficient_user_authentication\"")
                        .contains("max_age=\"900\"", "acr_values=\"c1\""));
        assertThat(answer.json().path("maxAge").asInt()).isEqualTo(900);
    }

    @Test
    @Asvs({"7.2.4", "7.6.1"})
    void afterAFreshSignInTheAgentIsBackAtTheFormAndItWorks() {
        var jan = desk.person("plus-address");
        var kim = portal.signedIn("kim");
        var path = Desk.page(jan) + "/actions/block-sign-in";
        var before = cookie(kim);

        var refusal = kim.get(path);
        refused(refusal);
        var picker = kim.submit(refusal, "form[action$=/sign-in-again]", Map.of());
        assertThat(picker.uri().getQuery())
                .contains("prompt=login", "max_age=900", "claims={\"id_token\":{\"acrs\":", "\"value\":\"c1\"");
        var form = kim.submit(picker, "form:has([name=employee])", Map.of("employee", "kim"));

        assertThat(form.uri().getPath()).isEqualTo(path);
        assertThat(form.status()).isEqualTo(200);
        assertThat(cookie(kim)).isNotEqualTo(before);
        var old = portal.strangerStayingHere().with("Cookie", before).get("/api/v1/me");
        assertThat(old.problem()).isEqualTo("not-signed-in");
        var done = kim.submit(
                form, "form[action$=/block-sign-in]", Map.of("reason", "other", "why", "account was shared"));
        assertThat(done.uri().getPath()).isEqualTo(Desk.page(jan));
        assertThat(desk.writes(jan)).containsExactly("PATCH");
    }

    @Test
    void aFormInAnOldTabIsRefusedAndLeadsBackToItself() {
        var jan = desk.person("oneil-apostrophe");
        var kim = portal.signedIn("kim");
        var path = Desk.page(jan) + "/actions/block-sign-in";
        var form = stepUp(kim, path);
        CLOCK.move(Duration.ofMinutes(16));
        try {
            var late = kim.with("Referer", portal.url() + path)
                    .submit(form, "form[action$=/block-sign-in]", Map.of("reason", "other", "why", "shared"));
            refused(late);
            assertThat(late.document().select("[name=back]").val()).isEqualTo(path);
            assertThat(desk.writes(jan)).isEmpty();
        } finally {
            CLOCK.move(Duration.ofMinutes(-16));
        }
        var trail =
                portal.bearer("alex").get("/api/v1/audit?action=block-sign-in").json();
        assertThat(trail.path("items").path(0).path("refusal").asString("")).isEqualTo("step-up-required");
    }

    @Test
    void aFreshSignInLeadsNobodyToAnotherSite() {
        for (var back : List.of("//evil.example", "https://evil.example/", "/\\evil.example")) {
            var kim = portal.signedIn("kim");
            var picker = kim.postForm("/sign-in-again", Map.of("back", back));
            var arrived = kim.submit(picker, "form:has([name=employee])", Map.of("employee", "kim"));
            assertThat(arrived.uri().getHost()).as(back).isEqualTo("127.0.0.1");
            assertThat(arrived.uri().getPath()).as(back).isEqualTo("/");
        }
    }

    @Test
    void neitherAYesNorTheEndOfASessionIsGivenWithoutOne() {
        var jan = desk.person("jan-ordinary");
        var robin = portal.signedIn("robin");
        refused(robin.postForm("/sessions", Map.of("session", mine(robin), "which", "one", "why", "x")));
        refused(token(0).postJson("/api/v1/sessions/" + mine(robin) + "/end", Map.of("why", "x")));
        refused(robin.postForm("/me/sessions/" + mine(robin) + "/end", Map.of()));
        refused(token(0).postJson("/api/v1/me/sessions/" + mine(robin) + "/end", Map.of()));
        assertThat(robin.get("/me").status()).isEqualTo(200);
        var asked = UUID.randomUUID();
        refused(robin.postForm("/sessions", Map.of("session", asked.toString(), "which", "all", "why", "x")));
        assertThat(desk.writes(jan)).isEmpty();
    }

    private static String mine(Visitor agent) {
        return agent.get("/me").document().expectFirst("[data-session]").attr("data-session");
    }

    private static Answer stepUp(Visitor agent, String path) {
        var picker = agent.submit(agent.get(path), "form[action$=/sign-in-again]", Map.of());
        return agent.submit(picker, "form:has([name=employee])", Map.of("employee", "kim"));
    }

    /** A program of Robin's, who signed in so many seconds ago by these contexts; negative for a silent token. */
    private static Visitor token(int age, String... contexts) {
        var wish = Map.of("employee", "robin", "age", age, "acrs", List.of(contexts));
        return portal.withToken(portal.sandbox()
                .control()
                .post("/sandbox/api/employee-token", wish)
                .path("access_token")
                .asString());
    }

    private static Map<String, String> typed(Person customer) {
        return Map.of(
                "openedFor", "contoso/" + customer.userId(),
                "seen", "x",
                "caseId", UUID.randomUUID().toString(),
                "reason", "other",
                "why", "x");
    }

    private static String cookie(Visitor agent) {
        return agent.cookies().getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals("latchkey"))
                .map(cookie -> "latchkey=" + cookie.getValue())
                .findFirst()
                .orElseThrow();
    }

    private static void refused(Answer answer) {
        assertThat(answer.problem()).as(answer.status() + " " + answer.body()).isEqualTo("step-up-required");
        assertThat(answer.status()).isEqualTo(401);
    }
}
