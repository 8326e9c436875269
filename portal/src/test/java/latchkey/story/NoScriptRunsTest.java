package latchkey.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.WaitUntilState;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import latchkey.audit.Announced;
import latchkey.directory.AttributeChanges;
import latchkey.directory.AttributeDefinition;
import latchkey.directory.AttributeKey;
import latchkey.directory.AttributeValue;
import latchkey.directory.CustomerId;
import latchkey.directory.Directories;
import latchkey.directory.Directory;
import latchkey.directory.DirectoryFailure;
import latchkey.directory.DirectoryId;
import latchkey.testing.Asvs;
import latchkey.testing.PortalProcess;
import latchkey.testing.ProofPage;
import latchkey.testing.SandboxControl.Person;
import latchkey.testing.SandboxProcess;
import latchkey.testing.Visitor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Whatever a customer is called, a contact holds or an agent writes, a browser shows it as text. With {@code -Dlatchkey.scripts.all=true}
 * each of {@link Payloads#all} stands in every field once.
 */
class NoScriptRunsTest {

    private static final boolean ALL = Boolean.getBoolean("latchkey.scripts.all");

    /** What only a page that took a text for markup would hold; ours have no handlers in attributes and no inline script. */
    private static final String MARKUP_OF_OTHERS = """
            [...document.querySelectorAll('*')].filter(one =>
                [...one.attributes].some(attribute => /^on/i.test(attribute.name)
                    || /^(data-)?hx-on/i.test(attribute.name)
                    || (/^(href|src|action|data|formaction|xlink:href|srcdoc|hx-get|data-hx-get|style)$/i.test(attribute.name)
                        && /hit[-(`]|javascript:/i.test(attribute.value)))
                || (/^script$/i.test(one.tagName) && !one.src)
                || one.httpEquiv === 'refresh'
                || /^(IFRAME|OBJECT|EMBED|BASE|MARQUEE|XMP|STYLE|TEMPLATE)$/.test(one.tagName)).map(one => one.outerHTML.slice(0, 200))""";

    private static PortalProcess portal;
    private static Browsing browsing;

    /** What ran, was fetched or asked about. */
    private static final List<String> HITS = new ArrayList<>();

    private static final Map<String, Integer> PLANTED = new TreeMap<>();
    private static int looks;

    @BeforeAll
    static void open() {
        SandboxProcess.fresh();
        var limits = new LinkedHashMap<String, String>();
        for (var what :
                List.of("customers", "searches", "verifications", "actions", "actions-on-customer", "reveals")) {
            limits.put("latchkey.limits." + what + "-per-hour", "1000000");
            limits.put("latchkey.limits." + what + "-per-day", "1000000");
        }
        limits.put("latchkey.access.step-up.actions", "");
        limits.put("latchkey.approval.required-for", "revoke-sessions");
        portal = PortalProcess.start(limits);
        browsing = new Browsing();
    }

    @AfterAll
    static void close() {
        browsing.close();
        portal.close();
    }

    @Test
    void theTextsWouldDoSomethingWhereAPageTookThemForMarkup() {
        assertThat(Payloads.all()).hasSizeGreaterThan(500).doesNotHaveDuplicates();
        try (var apart = new Browsing()) {
            var window = apart.window(1280, 900, ColorScheme.LIGHT);
            var markup = Payloads.some().stream()
                    .filter(payload -> payload.matches("(?s)[^a-zA-Z&%]*(</[a-z]+>)*<[a-zA-Z].*"))
                    .toList();
            var idle = markup.stream().filter(payload -> !does(window, payload)).toList();
            assertThat(markup).hasSizeGreaterThan(45);
            // Handlers of a second body are dropped, and a few are elements only to careless filters.
            assertThat(idle).hasSizeLessThan(6);
        }
    }

    private static boolean does(Page window, String payload) {
        try (var page = window.context().newPage()) {
            page.navigate(portal.url() + "/signed-out");
            page.evaluate("text => document.querySelector('main').innerHTML = text", payload);
            return !markup(page).isEmpty() || !page.url().endsWith("/signed-out");
        } catch (PlaywrightException ledAway) {
            return true;
        }
    }

    @Test
    @Asvs({"1.2.1", "1.2.3"})
    void everyFieldShowsThemAsText() {
        var jan = portal.sandbox().control().person("jan-ordinary");
        var sam = signedIn("sam");
        var robin = signedIn("robin");
        var alex = signedIn("alex");
        var jo = signedIn("jo");
        var program = portal.bearer("sam");
        var number = 0;
        for (var payload : ALL ? Payloads.all() : Payloads.some()) {
            plantInDirectory(jan, payload);
            plantInContact(jan, payload);
            var caseId = plantInCase(program, jan, payload);
            var where = page(jan);
            look(sam, where, payload);
            if (ALL || number % 4 == 0) {
                look(sam, where + "/actions/edit-attributes", payload);
                look(sam, where + "/actions/block-sign-in", payload);
                search(sam, payload);
            }
            // The rest show many at once, or the same as before.
            if (++number % 20 == 0) {
                refusals(sam, where, payload);
                approvals(robin, program, jan, caseId, payload);
                look(alex, "/audit", payload);
                look(robin, "/caution", payload);
                look(robin, "/escalations", payload);
                look(robin, "/limits", payload);
                sessions(jo, payload);
                look(jo, "/sync", payload);
                addresses(sam, payload);
            }
            program.postJson("/api/v1/cases/" + caseId + "/closing", Map.of("outcome", "helped"));
        }
        assertThat(PLANTED.keySet())
                .contains(
                        "displayName",
                        "givenName",
                        "surname",
                        "city",
                        "contact",
                        "note",
                        "words",
                        "search",
                        "refused form",
                        "denied because",
                        "browser");
        if (ALL) {
            publish();
        }
    }

    private static void plantInDirectory(Person customer, String payload) {
        var directory = directory();
        var id = new CustomerId(directory.id(), Objects.requireNonNull(customer.userId()));
        var fields = directory.attributes().stream()
                .filter(definition -> definition.editable() && definition.type() == AttributeDefinition.Type.TEXT)
                .filter(definition -> !definition.key().equals(AttributeKey.MOBILE_PHONE))
                .filter(definition -> !definition.key().shortName().equals("CustomerNumber"))
                .filter(definition -> payload.length() <= definition.maximumLength())
                .map(AttributeDefinition::key)
                .toList();
        // The directory refuses the whole change for one value that it does not take.
        if (!isPlanted(directory, id, fields, payload)) {
            fields.forEach(field -> isPlanted(directory, id, List.of(field), payload));
        }
    }

    private static boolean isPlanted(Directory directory, CustomerId id, List<AttributeKey> fields, String payload) {
        var changes = new LinkedHashMap<AttributeKey, Optional<AttributeValue>>();
        fields.forEach(field -> changes.put(field, Optional.of(new AttributeValue.Text(payload))));
        try {
            directory.profiles().change(id, new AttributeChanges(changes), Announced.change());
            fields.forEach(field -> PLANTED.merge(field.shortName(), 1, Integer::sum));
            return true;
        } catch (DirectoryFailure refused) {
            PLANTED.merge("refused by the directory", 1, Integer::sum);
            return false;
        }
    }

    private static void plantInContact(Person customer, String payload) {
        var cut = payload.substring(0, Math.min(50, payload.length()));
        portal.sandbox()
                .control()
                .editContact(
                        Objects.requireNonNull(customer.contactId()),
                        Map.of("firstname", cut, "lastname", cut, "jobtitle", cut));
        PLANTED.merge("contact", 1, Integer::sum);
    }

    private static String plantInCase(Visitor program, Person customer, String payload) {
        var opened = program.postJson(
                "/api/v1" + page(customer) + "/cases",
                Map.of(
                        "reason",
                        "other",
                        "words",
                        payload,
                        "ticket",
                        payload.substring(0, Math.min(40, payload.length()))));
        if (opened.status() >= 300) {
            opened = program.postJson(
                    "/api/v1" + page(customer) + "/cases", Map.of("reason", "other", "words", "too odd a ticket"));
        } else {
            PLANTED.merge("words", 1, Integer::sum);
        }
        var caseId = opened.json().path("id").asString();
        if (program.postJson("/api/v1/cases/" + caseId + "/notes", Map.of("note", payload))
                        .status()
                < 300) {
            PLANTED.merge("note", 1, Integer::sum);
        }
        return caseId;
    }

    private static void search(Page sam, String payload) {
        sam.navigate(portal.url() + "/");
        sam.locator("main input[name=query]").first().fill(payload);
        sam.locator("main form[action$='/search'] button").first().click();
        sam.waitForLoadState();
        PLANTED.merge("search", 1, Integer::sum);
        check(sam, "the search for", payload);
    }

    /** What was typed comes back when it is refused. */
    private static void refusals(Page sam, String where, String payload) {
        sam.navigate(portal.url() + where + "/actions/block-sign-in");
        var why = sam.locator("[name=why]");
        if (why.count() > 0) {
            why.first().fill(payload.repeat(1 + 400 / payload.length()));
            sam.locator("form[action$='/block-sign-in'] button").first().click();
            sam.waitForLoadState();
            PLANTED.merge("refused form", 1, Integer::sum);
            check(sam, "a refused form with", payload);
        }
    }

    private static void approvals(Page robin, Visitor program, Person customer, String caseId, String payload) {
        var laid = program.get("/api/v1" + page(customer) + "/actions/revoke-sessions")
                .json();
        var asked = program.postJson(
                "/api/v1/cases/" + caseId + "/actions/revoke-sessions",
                Map.of(
                        "customer",
                        laid.path("customer").asString(),
                        "seen",
                        laid.path("seen").asString()));
        var approval = asked.json().path("approval").asString();
        look(robin, "/approvals", payload);
        look(robin, "/approvals/" + approval, payload);
        var decided = portal.bearer("robin")
                .postJson("/api/v1/approvals/" + approval + "/decision", Map.of("decision", "no", "because", payload));
        assertThat(decided.status()).as(decided.body()).isEqualTo(200);
        PLANTED.merge("denied because", 1, Integer::sum);
        look(robin, "/approvals/" + approval, payload);
    }

    /** The name of a browser is a header that anybody writes. */
    private static void sessions(Page jo, String payload) {
        if (payload.chars().allMatch(letter -> letter >= ' ' && letter < 127)) {
            var odd = portal.stranger().with("User-Agent", payload);
            portal.signIn(odd, "pat");
            PLANTED.merge("browser", 1, Integer::sum);
        }
        look(jo, "/sessions", payload);
    }

    private static void addresses(Page sam, String payload) {
        var encoded = java.net.URLEncoder.encode(payload, java.nio.charset.StandardCharsets.UTF_8);
        for (var path :
                List.of("/problems/", "/search/", "/password?x=", "/directories/contoso/customers/", "/me?lang=")) {
            look(sam, path + encoded, payload);
        }
        var customer = watched(browsing);
        for (var path : List.of("/password/", "/not-me/", "/password?x=")) {
            customer.navigate(
                    portal.frontUrl() + path + encoded, new Page.NavigateOptions().setWaitUntil(WaitUntilState.LOAD));
            check(customer, "the customers' " + path, payload);
        }
        customer.context().close();
    }

    private static void look(Page page, String path, String payload) {
        page.navigate(portal.url() + path, new Page.NavigateOptions().setWaitUntil(WaitUntilState.LOAD));
        check(page, path, payload);
    }

    private static void check(Page page, String where, String payload) {
        looks++;
        assertThat(markup(page)).as(where + " with " + payload).isEmpty();
        assertThat(HITS).as(where + " with " + payload).isEmpty();
        assertThat(browsing.complaints())
                .as(where + " with " + payload)
                .noneMatch(complaint -> complaint.contains("Content Security Policy"));
    }

    private static List<?> markup(Page page) {
        return (List<?>) page.evaluate(MARKUP_OF_OTHERS);
    }

    private static Page signedIn(String employee) {
        var page = watched(browsing);
        page.navigate(portal.url() + "/me");
        page.locator("button[value=" + employee + "]").click();
        page.waitForURL(portal.url() + "/me");
        return page;
    }

    /** A window that notes what runs, what asks, and what is fetched that no page of ours asks for. */
    private static Page watched(Browsing browsing) {
        var page = browsing.window(1280, 900, ColorScheme.LIGHT);
        page.exposeFunction("hit", words -> HITS.add("a script ran on " + page.url()));
        page.onDialog(dialog -> {
            HITS.add("a dialog: " + dialog.message());
            dialog.dismiss();
        });
        page.onRequest(request -> {
            if (request.url().matches(".*/hit-[0-9]+.*") && !request.isNavigationRequest()
                    || request.url().contains("evil.example") && !request.url().contains("127.0.0.1")) {
                HITS.add("fetched " + request.url());
            }
        });
        return page;
    }

    private static String page(Person customer) {
        return "/directories/contoso/customers/" + customer.userId();
    }

    private static Directory directory() {
        return portal.bean(Directories.class)
                .forAgents(new DirectoryId("contoso"))
                .orElseThrow();
    }

    private static void publish() {
        var figures = new LinkedHashMap<String, Object>();
        figures.put("texts", Payloads.all().size());
        figures.put("looks in Chromium", looks);
        figures.put("**scripts that ran, dialogs, foreign markup, fetches, violated policies**", "**0**");
        PLANTED.forEach((field, times) -> figures.put("planted: " + field, times));
        ProofPage.write("scripts", """
                # Proof that no text becomes a script

                `./latchkey prove scripts` writes texts that would run a script, fetch or send something into everything that a page shows:
                attributes of a customer, columns of their contact, words, tickets and notes of a case, reasons, searches, addresses,
                the name of a browser. Chromium opens the pages; nothing may run, ask or be fetched, no page may hold markup that is not
                ours, and the content policy may have nothing to stop. It ends at the first that does; this page is written when none did.
                """, figures);
    }
}
