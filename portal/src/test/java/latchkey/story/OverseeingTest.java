package latchkey.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.Map;
import latchkey.testing.PortalProcess;
import latchkey.testing.SandboxProcess;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Jo looks who is signed in and what the rules say, and proves once more who she is before she ends a session. */
class OverseeingTest {

    private static Browsing browsing;

    private static PortalProcess portal;

    @BeforeAll
    static void open() {
        SandboxProcess.fresh();
        portal = PortalProcess.start(Map.of(
                "latchkey.access.step-up.actions", "end-session",
                "latchkey.access.step-up.acrs", "c1",
                "latchkey.policy.rules.at-night.actions", "reset-password",
                "latchkey.policy.rules.at-night.when", "time.hour >= 20",
                "latchkey.policy.rules.at-night.then", "refuse",
                "latchkey.policy.rules.at-night.because", "Not at night."));
        browsing = new Browsing();
    }

    @AfterAll
    static void close() {
        browsing.close();
        portal.close();
    }

    @Test
    void joEndsKimsSessionAfterAFreshSignIn() {
        var kim = browsing.window(1280, 900, ColorScheme.LIGHT);
        signIn(kim, "kim");
        kim.navigate(portal.url() + "/me");
        look(kim, "50-my-sessions");
        var jo = browsing.window(1280, 900, ColorScheme.LIGHT);
        signIn(jo, "jo");
        jo.navigate(portal.url() + "/sessions");
        end(jo, "51-sessions");
        assertThat(jo.locator("[data-problem=step-up-required]").count()).isEqualTo(1);
        look(jo, "52-fresh-sign-in");
        jo.locator("form[action$=sign-in-again] button").click();
        jo.locator("button[value=jo]").click();
        jo.waitForURL(portal.url() + "/sessions");
        end(jo, "53-sessions-again");
        jo.waitForURL(portal.url() + "/sessions");
        assertThat(jo.locator("main").innerText()).doesNotContain("Kim Andersen");

        kim.reload();
        look(kim, "54-session-ended");
        assertThat(kim.locator("main").innerText()).contains("An administrator ended it");
    }

    @Test
    void aSupervisorVouchesForACallerWhoSignsInNowhereAndACustomerIsShownACode() {
        var noah = portal.sandbox().control().person("noah-no-mail");
        var sam = browsing.window(1280, 900, ColorScheme.LIGHT);
        signIn(sam, "sam");
        sam.navigate(portal.url() + "/directories/contoso/customers/" + noah.userId() + "/actions/verify-caller");
        sam.locator("summary:has-text('Ask a supervisor')").click();
        look(sam, "57-ask-for-an-override");
        sam.locator("form[action$=override] input[name=reason]").first().check();
        sam.locator("#override-because").fill("Mailbox and phone are gone, known from the shop");
        sam.locator("form[action$=override] button").click();
        sam.waitForSelector("[data-override=waits]");

        var robin = browsing.window(320, 800, ColorScheme.DARK);
        signIn(robin, "robin");
        robin.navigate(portal.url() + "/overrides");
        look(robin, "58-overrides-narrow");
        assertThat(browsing.scrollsSideways(robin)).isFalse();
        robin.locator("textarea[name=because]").first().fill("Spoke to the shop, they know this customer well");
        robin.locator("form[action$=giving] button").first().click();
        robin.waitForSelector("form[action$=review]");
        look(robin, "59-to-be-reviewed");

        var customer = browsing.window(320, 800, ColorScheme.LIGHT);
        customer.navigate(portal.frontUrl() + "/verify");
        look(customer, "60-customer-verifies");
        customer.locator("a[href$=start]").click();
        customer.locator("button[name=customer]").first().click();
        customer.waitForSelector("#code");
        look(customer, "61-customers-code");
        assertThat(browsing.scrollsSideways(customer)).isFalse();
    }

    @Test
    void theRulesAreReadableInTheDarkAndInANarrowPanel() {
        var jo = browsing.window(1280, 900, ColorScheme.DARK);
        signIn(jo, "jo");
        jo.navigate(portal.url() + "/rules");
        look(jo, "55-rules-dark");
        jo.setViewportSize(320, 800);
        browsing.picture(jo, "56-rules-narrow");
        assertThat(browsing.scrollsSideways(jo)).isFalse();
        jo.navigate(portal.url() + "/sessions");
        assertThat(browsing.scrollsSideways(jo)).isFalse();
        jo.setViewportSize(1280, 900);
        jo.navigate(portal.url() + "/rules");
        jo.locator("input[value=agent]").check();
        jo.locator("#action").selectOption("reset-password");
        jo.locator("#at").fill("2026-01-05T21:00");
        jo.locator("form[action$=rules] button").click();
        assertThat(jo.locator("[data-answer=refused] [data-because=at-night]").count())
                .isEqualTo(1);
        look(jo, "57-rules-answer");
    }

    private static void end(Page jo, String picture) {
        var kims = jo.locator("[data-session]:has-text('Kim Andersen')");
        kims.locator("summary").click();
        kims.locator("textarea").fill("lost the laptop");
        look(jo, picture);
        kims.locator("button[value=one]").click();
    }

    private static void look(Page page, String name) {
        browsing.picture(page, name);
        assertThat(browsing.violations(page)).as(name).isEmpty();
    }

    private static void signIn(Page page, String employee) {
        page.navigate(portal.url().toString());
        page.locator("button[value=" + employee + "]").click();
        page.waitForURL(portal.url() + "/**");
    }
}
