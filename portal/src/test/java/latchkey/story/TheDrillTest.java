package latchkey.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import latchkey.testing.Eventually;
import latchkey.testing.PortalProcess;
import latchkey.testing.SandboxControl;
import latchkey.testing.SandboxControl.Mail;
import latchkey.testing.SandboxControl.Person;
import latchkey.testing.SandboxProcess;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * A drill: people who push, lie, browse or conspire, in the browser. Each scene ends refused, noticed, and visible to a
 * supervisor; {@code docs/drill.md} tells it with the pictures taken here.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class TheDrillTest {

    private static final Pattern CODE = Pattern.compile("\\b(\\d{6})\\b");
    private static final int CUSTOMERS_PER_HOUR = 6;

    private static Browsing browsing;
    private static PortalProcess portal;

    private final SandboxControl sandbox = SandboxProcess.shared().control();

    @BeforeAll
    static void open() {
        SandboxProcess.fresh();
        portal = PortalProcess.start(Map.of("latchkey.limits.customers-per-hour", String.valueOf(CUSTOMERS_PER_HOUR)));
        browsing = new Browsing();
    }

    @AfterAll
    static void close() {
        browsing.close();
        portal.close();
        SandboxProcess.fresh();
    }

    @Test
    @Order(1)
    void aCallerWithoutProofGetsNothingChanged() {
        var customer = sandbox.person("dup-smith-1");
        var kim = signedIn("kim");
        kim.navigate(page(customer) + "/actions/edit-attributes");
        kim.locator("input[name=reason]").first().check();
        assertThat(kim.locator("[name='value.city']")).hasCount(0);
        browsing.picture(kim, "drill-1-no-proof");

        var sent = sent(kim, customer);
        assertThat(sent.status()).isEqualTo(403);
        assertThat(sent.text()).contains("data-problem=\"caller-not-verified\"");
        assertThat(trail()).contains("Kim Andersen", "caller-not-verified");
        assertThat(writes(customer)).isEmpty();
    }

    @Test
    @Order(2)
    void aCallerWhoPushesRunsOutOfTriesAndTheNextAgentKnows() {
        var tom = sandbox.person("plus-address");
        var kim = signedIn("kim");
        kim.navigate(page(tom) + "/actions/verify-caller");
        kim.locator("input[name=reason]").first().check();
        kim.locator("form[action$='/verifications'] button.primary").click();
        kim.locator("#code").waitFor();
        var wrong = code(tom).equals("000000") ? "000001" : "000000";
        for (var guess = 0; guess < 3; guess++) {
            kim.locator("#code").fill(wrong);
            kim.locator("form[action$='/answer'] button.primary").click();
            kim.waitForLoadState();
        }
        browsing.picture(kim, "drill-2-no-tries-left");
        assertThat(kim.locator("#code")).hasCount(0);
        assertThat(kim.locator("[data-contradiction=failed-with-you]")).isVisible();

        var sam = signedIn("sam");
        sam.navigate(page(tom) + "/actions/verify-caller");
        assertThat(sam.locator("[data-contradiction]").first()).isVisible();
        assertThat(sam.locator("input[type=email]")).hasCount(0);
        browsing.picture(sam, "drill-3-the-next-agent");
        assertThat(writes(tom)).isEmpty();
    }

    @Test
    @Order(3)
    void anAgentWhoReadsRecordAfterRecordIsStoppedAndReported() {
        var pat = signedIn("pat");
        var people = sandbox.people().stream()
                .filter(person -> person.userId() != null && "contoso".equals(tenantOf(person)))
                .toList();
        for (var person : people.subList(0, CUSTOMERS_PER_HOUR)) {
            pat.navigate(page(person));
        }
        var refused = pat.navigate(page(people.get(CUSTOMERS_PER_HOUR)));
        assertThat(refused.status()).isEqualTo(429);
        browsing.picture(pat, "drill-4-too-many-records");

        var robin = signedIn("robin");
        robin.navigate(portal.url() + "/limits");
        assertThat(robin.locator("main")).containsText("Pat");
        browsing.picture(robin, "drill-5-the-supervisor-sees-it");
        Eventually.that(
                "the supervisors are mailed",
                () -> sandbox.mailTo("admin@contoso.example").stream()
                        .anyMatch(mail -> requireNonNull(mail.text()).contains("/limits")));
    }

    @Test
    @Order(4)
    void anApproverWhoHadAHandInItCannotSayYes() {
        var jan = sandbox.person("jan-ordinary");
        var robin = signedIn("robin");
        robin.navigate(page(jan) + "/actions/reset-password");
        robin.locator("input[name=reason]").first().check();
        robin.locator("form[action$='/reset-password'] button.primary").click();
        robin.waitForLoadState();

        var sam = portal.bearer("sam");
        var under = sam.postJson("/api/v1" + path(jan) + "/cases", Map.of("reason", "other"))
                .json()
                .path("id")
                .asString();
        var cases = "/api/v1/cases/" + under;
        var handle = sam.get(cases + "/addresses")
                .json()
                .path("addresses")
                .get(0)
                .path("handle")
                .asString();
        var sent = sam.postJson(cases + "/verifications", Map.of("address", handle))
                .json()
                .path("id")
                .asString();
        sam.postJson(cases + "/verifications/" + sent + "/answer", Map.of("code", code(jan)));
        var laid = sam.get("/api/v1" + path(jan) + "/actions/edit-attributes").json();
        var change = new java.util.HashMap<String, Object>(Map.of(
                "customer", laid.path("customer").asString(),
                "seen", laid.path("seen").asString(),
                "attributes", Map.of("mobilePhone", "+420601999888")));
        var edit = cases + "/actions/edit-attributes";
        change.put(
                "confirm",
                sam.postJson(edit + "/preview", change).json().path("confirm").asString());
        var asked = sam.postJson(edit, change);
        assertThat(asked.problem()).as(asked.body()).isEqualTo("approval-required");

        robin.navigate(
                portal.url() + "/approvals/" + asked.json().path("approval").asString());
        browsing.picture(robin, "drill-6-an-accomplice-approves");
        assertThat(robin.locator("main")).containsText("You had a hand in what went before");
        assertThat(robin.locator("form[action$='/yes']")).hasCount(0);
        assertThat(posted(robin, robin.url() + "/yes", FormData.create()).status())
                .isEqualTo(403);
        assertThat(writes(jan)).isEmpty();
    }

    @Test
    @Order(5)
    void theCustomerStopsItAndWhoDidItCannotLiftTheFreeze() {
        var jan = sandbox.person("jan-ordinary");
        Eventually.that("the notice arrives", () -> notMe(jan) != null);
        var customer = browsing.window(390, 800, ColorScheme.LIGHT);
        customer.navigate(requireNonNull(notMe(jan)));
        browsing.picture(customer, "drill-8-was-it-you");
        customer.locator("form button.primary, form button").first().click();
        customer.locator("[data-done=true]").waitFor();
        browsing.picture(customer, "drill-9-everything-stopped");

        var sam = signedIn("sam");
        sam.navigate(page(jan));
        assertThat(sam.locator("[data-halt=customer-frozen]")).isVisible();
        assertThat(sam.locator("nav a[href*='/actions/']")).hasCount(0);
        browsing.picture(sam, "drill-10-nobody-acts");

        var robin = signedIn("robin");
        robin.navigate(page(jan));
        robin.locator("[data-halt] a").first().click();
        robin.waitForLoadState();
        assertThat(robin.locator("form[action$='/lifting']")).hasCount(0);

        sandbox.changeEmployee("pat", Map.of("roles", List.of("supervisor")));
        var other = signedIn("pat");
        other.navigate(portal.url() + "/escalations");
        assertThat(other.locator("main")).containsText("Robin");
        browsing.picture(other, "drill-11-another-supervisor");
        assertThat(writes(jan)).contains("PATCH", "POST");
    }

    private Page signedIn(String employee) {
        var page = browsing.window(1280, 900, ColorScheme.LIGHT);
        page.navigate(portal.url().toString());
        page.locator("button[value=" + employee + "]").click();
        page.waitForURL(portal.url() + "/**");
        return page;
    }

    /** The form that the page does not show, filled in as it would be, and sent anyway with the session's own token. */
    private static APIResponse sent(Page page, Person customer) {
        var program = portal.bearer("kim");
        var laid = program.get("/api/v1" + path(customer) + "/actions/edit-attributes")
                .json();
        var form = FormData.create()
                .set("openedFor", laid.path("customer").asString())
                .set("seen", laid.path("seen").asString())
                .set("reason", "other")
                .set("confirm", "0".repeat(64))
                .set("value.city", "Elsewhere");
        return posted(page, page(customer) + "/actions/edit-attributes", form);
    }

    private static APIResponse posted(Page page, String address, FormData form) {
        return page.request()
                .post(
                        address,
                        RequestOptions.create()
                                .setForm(form.set(
                                        "_csrf", page.locator("meta[name=csrf]").getAttribute("content")))
                                .setHeader("Sec-Fetch-Site", "same-origin")
                                .setHeader("Accept", "text/html"));
    }

    private String trail() {
        var alex = signedIn("alex");
        alex.navigate(portal.url() + "/audit");
        return alex.locator("main").innerText();
    }

    private static String path(Person customer) {
        return "/directories/contoso/customers/" + customer.userId();
    }

    private static String page(Person customer) {
        return portal.url() + path(customer);
    }

    private static String tenantOf(Person person) {
        return person.key().contains("fabrikam") ? "fabrikam" : "contoso";
    }

    private String code(Person customer) {
        Eventually.that("the code arrives", () -> !codes(customer).isEmpty());
        return codes(customer).getLast();
    }

    private List<String> codes(Person customer) {
        return mails(customer).stream()
                .filter(mail -> mail.subject().contains("code"))
                .flatMap(mail -> CODE.matcher(requireNonNull(mail.text())).results())
                .map(found -> found.group(1))
                .toList();
    }

    private @org.jspecify.annotations.Nullable String notMe(Person customer) {
        return mails(customer).stream()
                .flatMap(mail -> mail.links().stream())
                .filter(link -> link.contains("/not-me/"))
                .findFirst()
                .orElse(null);
    }

    private List<Mail> mails(Person customer) {
        return sandbox.mailTo(requireNonNull(customer.email()));
    }

    private List<String> writes(Person customer) {
        UUID id = requireNonNull(customer.userId());
        return sandbox.journal("graph").stream()
                .filter(entry -> String.valueOf(entry.path()).contains(id.toString()))
                .map(entry -> String.valueOf(entry.method()))
                .filter(method -> !method.equals("GET"))
                .toList();
    }
}
