package latchkey.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import latchkey.testing.Eventually;
import latchkey.testing.PortalProcess;
import latchkey.testing.SandboxControl;
import latchkey.testing.SandboxProcess;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Jo looks what a new contact sync would change, lets it write, and decides about what it held. */
class LettingTheSyncWriteTest {

    private static Browsing browsing;

    private static PortalProcess portal;

    private final SandboxControl sandbox = SandboxProcess.shared().control();

    @BeforeAll
    static void open() {
        SandboxProcess.fresh();
        portal = PortalProcess.start(Map.of("latchkey.sync.watch.begin-live", "false"));
        portal.hearingWebhooks();
        browsing = new Browsing();
    }

    @AfterAll
    static void close() {
        browsing.close();
        portal.close();
    }

    @Test
    void joLooksLetsItWriteAndDecides() {
        var jan = sandbox.person("jan-ordinary");
        sandbox.editContact(jan.contactId(), Map.of("lastname", "Story-Name"));
        var jo = browsing.window(1280, 900, ColorScheme.LIGHT);
        signIn(jo);
        until(jo, "/sync/directories/contoso", "main table tbody tr");
        look(jo, "60-watching");
        assertThat(jo.locator("main").innerText()).contains("surname", "1 of").doesNotContain("Story-Name");

        if (jo.locator("input[name=sure]").count() > 0) {
            jo.locator("input[name=sure]").check();
        }
        jo.locator("form[action$=live] button").click();
        assertThat(jo.locator("main .status").innerText()).contains("Live");
        look(jo, "61-live");

        sandbox.editContact(jan.contactId(), Map.of("lastname", "S".repeat(50), "emailaddress1", "jörg@example.com"));
        until(jo, "/sync/held", "[data-contact='" + jan.contactId() + "']");
        look(jo, "62-held");
        row(jo, jan.contactId()).locator("a[href*='/contacts/']").last().click();
        look(jo, "63-what-would-change");
        assertThat(jo.locator("main table").innerText()).contains("•••").doesNotContain("jörg@example.com");

        jo.navigate(portal.url() + "/sync/held");
        row(jo, jan.contactId()).locator("input[type=checkbox]").check();
        jo.locator("button[formaction$=rejections]").click();
        assertThat(jo.locator("main").innerText()).contains("Nothing is held.");
        assertThat(browsing.complaints()).isEmpty();
    }

    @Test
    void thePagesFitIntoANarrowPanelInTheDark() {
        var jo = browsing.window(320, 800, ColorScheme.DARK);
        signIn(jo);
        for (var path : new String[] {"/sync", "/sync/held", "/sync/directories/contoso"}) {
            jo.navigate(portal.url() + path);
            assertThat(browsing.violations(jo)).as(path).isEmpty();
            assertThat(browsing.scrollsSideways(jo)).as(path).isFalse();
        }
    }

    private static com.microsoft.playwright.Locator row(Page page, UUID contact) {
        return page.locator("[data-contact='" + contact + "']");
    }

    private static void until(Page page, String path, String selector) {
        Eventually.within(Duration.ofSeconds(60), path + " shows " + selector, () -> {
            page.navigate(portal.url() + path);
            return page.locator(selector).count() > 0;
        });
    }

    private static void look(Page page, String name) {
        browsing.picture(page, name);
        assertThat(browsing.violations(page)).as(name).isEmpty();
    }

    private static void signIn(Page page) {
        page.navigate(portal.url() + "/me");
        page.locator("button[value=jo]").click();
        page.waitForURL(portal.url() + "/me");
    }
}
