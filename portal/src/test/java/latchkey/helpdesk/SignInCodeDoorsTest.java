package latchkey.helpdesk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import latchkey.testing.Answer;
import latchkey.testing.Asvs;
import latchkey.testing.PortalProcess;
import latchkey.testing.SandboxControl.Person;
import latchkey.testing.Visitor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A caller signs in on the customers' pages, is shown a code, and reads it to the agent: through page and API. */
class SignInCodeDoorsTest {

    private static PortalProcess portal;
    private static Desk desk;

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
    void theCodeOnTheCustomersPageProvesTheCallerOnTheAgentsPage() {
        var jan = desk.person("jan-ordinary");
        var sam = portal.signedIn("sam");
        var verify = sam.get(Desk.page(jan) + "/actions/verify-caller");
        assertThat(verify.document().text()).contains(portal.frontUrl() + "/verify");
        var shown = signIn(portal.customer(), jan);
        assertThat(shown.status()).as(shown.body()).isEqualTo(200);
        var done =
                sam.submit(verify, "form[action$=/sign-in]", Map.of("code", code(shown), "reason", "change-of-data"));
        assertThat(done.uri().getPath()).as(done.body()).isEqualTo(Desk.page(jan));
        assertThat(done.document().text()).contains("Caller verified");
    }

    @Test
    void aProgramTypesItAndIsToldHowSureItMakes() {
        var tom = desk.person("tom-two-names");
        var kim = portal.bearer("kim");
        var caseId = Desk.openCase(kim, tom);
        assertThat(kim.get("/api/v1/cases/" + caseId + "/addresses")
                        .json()
                        .path("signInPage")
                        .asString())
                .isEqualTo(portal.frontUrl() + "/verify");
        desk.verifiedByApi(kim, tom, caseId);
        var answer = kim.postJson(
                "/api/v1/cases/" + caseId + "/verifications/sign-in",
                Map.of("code", code(signIn(portal.customer(), tom))));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.json().path("assurance").asString()).isEqualTo("two-methods");
    }

    @Test
    void anotherCustomersCodeIsRefusedThroughBothDoors() {
        var una = desk.person("unlinked-una");
        var kim = portal.bearer("kim");
        var caseId = Desk.openCase(kim, una);
        var bea = signIn(portal.customer(), desk.person("bea-two-brands"));
        assertThat(kim.postJson("/api/v1/cases/" + caseId + "/verifications/sign-in", Map.of("code", code(bea)))
                        .problem())
                .isEqualTo("sign-in-code-wrong");
        var page = portal.signedIn("kim");
        var verify = page.get(Desk.page(una) + "/actions/verify-caller");
        var refused = page.submit(verify, "form[action$=/sign-in]", Map.of("code", code(bea)));
        assertThat(refused.problem()).isEqualTo("sign-in-code-wrong");
        assertThat(refused.document().text()).doesNotContain("Bea");
    }

    @Test
    @Asvs("10.2.1")
    void anAnswerInAnotherBrowserShowsNoCode() {
        var thief = portal.customer();
        var back = backTo(signedInAddress(desk.person("jan-ordinary")));
        var answer = thief.get(back);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.document().select("[data-why=not-signed-in]")).hasSize(1);
    }

    @Test
    void theSameAnswerTwiceShowsOneCode() {
        var browser = portal.customer();
        var shown = signIn(browser, desk.person("jan-ordinary"));
        var again = browser.get(shown.uri().toString());
        assertThat(again.status()).isEqualTo(400);
        assertThat(again.document().select("#code")).isEmpty();
    }

    @Test
    void whoCancelsOrIsBlockedIsShownNone() {
        var browser = portal.customer();
        var cancelled = pick(browser, "cancel");
        assertThat(cancelled.document().select("[data-why=not-signed-in]")).hasSize(1);
        var maria = desk.person("maria-blocked");
        assertThat(pick(browser, String.valueOf(maria.userId())).document().text())
                .contains("has been locked");
    }

    @Test
    void noSessionBeginsAndTheTieIsGoneInTheEnd() {
        var browser = portal.customer();
        signIn(browser, desk.person("jan-ordinary"));
        assertThat(browser.cookies().getCookieStore().getCookies().stream()
                        .filter(cookie -> cookie.getName().equals("verify")
                                || cookie.getName()
                                        .toLowerCase(java.util.Locale.ROOT)
                                        .contains("session")))
                .isEmpty();
    }

    @Test
    void aDirectoryThatIsNotThereHasNoSignIn() {
        assertThat(portal.customer().get("/verify/nowhere/start").status()).isEqualTo(404);
        assertThat(portal.signedIn("kim").get("/verify").status()).isEqualTo(404);
    }

    private static Answer signIn(Visitor browser, Person customer) {
        return pick(browser, String.valueOf(customer.userId()));
    }

    private static Answer pick(Visitor browser, String who) {
        var page = browser.get("/verify");
        var picker = browser.get(page.document().expectFirst("a[href$=/start]").attr("href"));
        return browser.submit(picker, "form#picked", Map.of("customer", who));
    }

    /** Where the directory would send the browser of somebody who signed in there. */
    private static String signedInAddress(Person customer) {
        var browser = Visitor.stayingHere(portal.frontUrl());
        var begun = browser.get("/verify/contoso/start");
        var picker = browser.get(begun.header("Location").orElseThrow());
        return browser.submit(picker, "form#picked", Map.of("customer", String.valueOf(customer.userId())))
                .header("Location")
                .orElseThrow();
    }

    private static String backTo(String address) {
        return address.substring(portal.frontUrl().toString().length());
    }

    private static String code(Answer shown) {
        return shown.document().expectFirst("#code").text();
    }
}
