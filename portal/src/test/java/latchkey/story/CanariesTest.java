package latchkey.story;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import latchkey.audit.Announced;
import latchkey.directory.AttributeChanges;
import latchkey.directory.AttributeKey;
import latchkey.directory.AttributeValue;
import latchkey.directory.CustomerId;
import latchkey.directory.Directories;
import latchkey.directory.DirectoryId;
import latchkey.testing.Asvs;
import latchkey.testing.Eventually;
import latchkey.testing.LogWatch;
import latchkey.testing.PortalProcess;
import latchkey.testing.SandboxControl.Mail;
import latchkey.testing.SandboxControl.Person;
import latchkey.testing.SandboxProcess;
import latchkey.testing.Visitor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * Names, addresses, words, passwords, codes, links and tokens that are found nowhere else are put through the whole desk, and then
 * looked for wherever they must not have been left.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CanariesTest {

    private static final Pattern CODE = Pattern.compile("\\b[0-9]{6}\\b");
    private static final String PHONE = "+420601123456";
    private static final String HERE = UUID.randomUUID().toString().substring(0, 6);
    private static final Instant BEGUN = Instant.now().minusSeconds(2);
    private static final long LARGEST = 20_000_000;

    /** What tells of a person, by what it is. */
    private final Map<String, String> personal = new LinkedHashMap<>();

    /** What opens something, by what it is. */
    private final Map<String, String> secret = new LinkedHashMap<>();

    private final List<String> addresses = new CopyOnWriteArrayList<>();
    private final List<String> refusals = new ArrayList<>();

    private PortalProcess portal;
    private Browsing browsing;
    private Person jan;
    private Page kim;

    @BeforeAll
    void live() {
        SandboxProcess.fresh();
        portal = PortalProcess.start(Map.of(
                "latchkey.directories.contoso.reset.show-generated-password",
                "true",
                "latchkey.access.roles.senior.permissions",
                "search-customers,view-customer,open-case,verify-caller,edit-attributes,reset-password,block-sign-in,"
                        + "unblock-sign-in,revoke-sessions,show-generated-password",
                "latchkey.access.roles.senior.populations",
                "everyone",
                "latchkey.approval.required-for",
                "revoke-sessions"));
        browsing = new Browsing();
        jan = portal.sandbox().control().person("jan-ordinary");
        portal.hearingWebhooks();
        secretsOfTheSettings();
        namesOfTheCustomer();
        aCallAtTheDesk();
        aPasswordThatIsShown();
        aPasswordThatTheCustomerChooses();
        aContactThatChanges();
        whatIsRefused();
    }

    @AfterAll
    void close() {
        browsing.close();
        portal.close();
    }

    @Test
    void thereAreAsManyAsWereMeant() {
        assertThat(personal.size() + secret.size())
                .as(personal + " " + secret.keySet())
                .isGreaterThanOrEqualTo(40);
        assertThat(List.of(personal.values(), secret.values()))
                .allSatisfy(values -> assertThat(values).doesNotHaveDuplicates().noneMatch(String::isBlank));
        assertThat(addresses).hasSizeGreaterThan(20);
        assertThat(refusals).hasSizeGreaterThan(5);
    }

    @Test
    @Asvs({"14.2.1", "16.2.5"})
    void noneIsInTheLog() {
        assertThat(LogWatch.linesWithAny(personal.values())).isEmpty();
        assertThat(LogWatch.linesWithAny(long_(secret))).isEmpty();
    }

    @Test
    @Asvs("14.2.1")
    void noneIsInAnAddressOfAPage() {
        assertThat(addresses).noneMatch(address -> holdsOne(address, personal) || holdsOne(address, secret));
    }

    @Test
    void noneIsInClearInTheTrail() {
        var entries = portal.database()
                .jdbc()
                .sql("select body::text from audit_entries")
                .query(String.class)
                .list();
        assertThat(entries)
                .hasSizeGreaterThan(20)
                .noneMatch(entry -> holdsOne(entry, personal) || holdsOne(entry, secret));
        var export = portal.bearer("alex").get("/api/v1/audit/export").body();
        assertThat(export).contains("reset-password");
        assertThat(holdsOne(export, personal) || holdsOne(export, secret)).isFalse();
    }

    @Test
    void noSecretIsInClearInTheDatabase() {
        var tables = portal.database().jdbc().sql("""
                        select distinct table_name::text from information_schema.role_table_grants
                        where table_schema = 'public' and privilege_type = 'SELECT' and grantee = current_user""").query(String.class).list();
        assertThat(tables)
                .hasSizeGreaterThan(15)
                .allSatisfy(table -> assertThat(portal.database()
                                .jdbc()
                                .sql("select t::text from \"" + table + "\" t")
                                .query(String.class)
                                .list())
                        .as(table)
                        .noneMatch(row -> holdsOne(row, secret)));
    }

    @Test
    void noneIsAmongTheMetrics() {
        var metrics = portal.bearer("jo").get("/api/v1/metrics");
        assertThat(metrics.status()).isEqualTo(200);
        assertThat(holdsOne(metrics.body(), personal) || holdsOne(metrics.body(), secret))
                .isFalse();
    }

    @Test
    @Asvs("16.5.1")
    void noneIsToldBackByARefusal() {
        assertThat(refusals).noneMatch(body -> holdsOne(body, personal) || holdsOne(body, secret));
    }

    @Test
    @Asvs({"14.3.1", "14.3.3"})
    void theBrowserKeepsNothing() {
        var kept = String.valueOf(kim.evaluate("""
                async () => JSON.stringify([{...localStorage}, {...sessionStorage}, await indexedDB.databases(),
                    window.caches ? await caches.keys() : [], document.cookie])"""));
        assertThat(kept).isEqualTo("[{},{},[],[],\"\"]");
    }

    @Test
    void noneIsInAFileOnTheWay() throws IOException {
        var unique = new ArrayList<>(
                personal.values().stream().filter(value -> value.contains(HERE)).toList());
        unique.addAll(long_(secret).stream()
                .filter(value -> !value.startsWith("sandbox-"))
                .toList());
        assertThat(unique).hasSizeGreaterThan(20);
        assertThat(filesWith(unique)).isEmpty();
    }

    private void secretsOfTheSettings() {
        for (var name : List.of("portal", "sync", "signin", "dataverse", "sms")) {
            secret.put("secret of " + name, "sandbox-" + name + "-secret");
        }
        secret.put("key of the webhook", "sandbox-webhook-key");
        secret.put(
                "token of a program",
                portal.sandbox().control().employeeToken("kim").split("\\.")[2]);
    }

    private void namesOfTheCustomer() {
        personal.put("address", requireNonNull(jan.email()));
        personal.put("registered phone", PHONE);
        personal.put("phone as it is masked nowhere", "601123456");
        personal.put("name", jan.displayName());
        for (var attribute : List.of(
                "displayName",
                "givenName",
                "surname",
                "city",
                "jobTitle",
                "companyName",
                "streetAddress",
                "postalCode",
                "state",
                "country",
                "Brand",
                "CustomerNumber")) {
            set(attribute, "Cn" + HERE + attribute);
        }
        set("mobilePhone", "+49151" + Integer.toUnsignedString(HERE.hashCode()));
    }

    private void set(String attribute, String value) {
        var directory = portal.bean(Directories.class)
                .forAgents(new DirectoryId("contoso"))
                .orElseThrow();
        directory.attribute(attribute).map(found -> found.key()).ifPresent(key -> {
            directory
                    .profiles()
                    .change(
                            new CustomerId(directory.id(), requireNonNull(jan.userId())),
                            new AttributeChanges(Map.<AttributeKey, Optional<AttributeValue>>of(
                                    key, Optional.of(new AttributeValue.Text(value)))),
                            Announced.change());
            personal.put(attribute, value);
        });
    }

    /** Kim in a browser: searches, opens, verifies, edits, blocks. */
    private void aCallAtTheDesk() {
        kim = browsing.window(1280, 900, ColorScheme.LIGHT);
        kim.onRequest(request -> {
            if (request.url().startsWith(portal.url().toString())) {
                addresses.add(request.url());
            }
        });
        kim.navigate(portal.url().toString());
        kim.locator("button[value=kim]").click();
        kim.waitForURL(portal.url() + "/**");
        kim.context().cookies().forEach(cookie -> {
            if (cookie.value.length() > 20) {
                secret.put("cookie " + cookie.name, cookie.value);
            }
        });
        personal.put("searched for", "nobody." + HERE + "@example.com");
        for (var typed : List.of(requireNonNull(personal.get("searched for")), requireNonNull(jan.email()))) {
            kim.navigate(portal.url().toString());
            kim.locator("main input[name=query]").first().fill(typed);
            kim.locator("main input[name=query]").first().press("Enter");
            kim.locator("#customer, #results, main h1").first().waitFor();
        }
        kim.navigate(portal.url() + page() + "/actions/edit-attributes");
        kim.locator("input[name=reason]").first().check();
        personal.put("words of the case", "Said " + HERE + " on the phone");
        kim.locator("[name=words]").first().fill(requireNonNull(personal.get("words of the case")));
        kim.locator("form[action$='/verifications'] button.primary").click();
        var code = code(requireNonNull(jan.email()));
        kim.locator("#code").fill(code);
        kim.locator("form[action$='/answer'] button.primary").click();
        secret.put("mailed code", code);
        personal.put("a new city", "Newcity" + HERE);
        kim.locator("[name='value.city']").fill(requireNonNull(personal.get("a new city")));
        kim.locator("form[action$='/edit-attributes'] button.primary").click();
        kim.locator("form[action$='/edit-attributes'] button.primary").click();
        kim.waitForURL(portal.url() + page());
        personal.put("why it was blocked", "Because " + HERE + " asked for it");
        kim.navigate(portal.url() + page() + "/actions/block-sign-in");
        kim.locator("[name=why]").fill(requireNonNull(personal.get("why it was blocked")));
        kim.locator("form[action$='/block-sign-in'] button").first().click();
        kim.waitForURL(portal.url() + page());
        secret.put("link of a notice", token("/not-me/"));
    }

    /** Sam as a program: notes, a texted code, an approval that is denied; and on the page a password that is shown. */
    private void aPasswordThatIsShown() {
        var sam = portal.bearer("sam");
        var caseId = sam.postJson("/api/v1" + page() + "/cases", Map.of("reason", "other", "words", "again"))
                .json()
                .path("id")
                .asString();
        personal.put("note", "Noted " + HERE);
        sam.postJson("/api/v1/cases/" + caseId + "/notes", Map.of("note", requireNonNull(personal.get("note"))));
        proveByText(sam, caseId);
        denied(sam, caseId);
        sam.postJson(
                "/api/v1/cases/" + caseId + "/actions/unblock-sign-in",
                Map.of("customer", customer(), "seen", seen(sam, "unblock-sign-in"), "why", "cleared up"));
        var page = portal.signedIn("sam");
        secret.put("token against forgery", page.csrf());
        var form = page.get(page() + "/actions/show-password");
        var shown = page.submit(form, "form[action$=/show-password]", Map.of());
        assertThat(shown.status()).as(shown.body()).isEqualTo(200);
        secret.put(
                "shown password",
                shown.document().expectFirst("code.code-input").text());
    }

    private void proveByText(Visitor sam, String caseId) {
        var handle = sam.get("/api/v1/cases/" + caseId + "/addresses?lookUp=true")
                .json()
                .path("addresses")
                .valueStream()
                .filter(place -> place.path("method").asString().equals("texted-code"))
                .map(place -> place.path("handle").asString())
                .findFirst()
                .orElseThrow();
        var sent = sam.postJson("/api/v1/cases/" + caseId + "/verifications", Map.of("address", handle));
        var code = code(PHONE);
        secret.put("texted code", code);
        var answered = sam.postJson(
                "/api/v1/cases/" + caseId + "/verifications/"
                        + sent.json().path("id").asString() + "/answer",
                Map.of("code", code));
        assertThat(answered.status()).as(answered.body()).isEqualTo(200);
    }

    private void denied(Visitor sam, String caseId) {
        var asked = sam.postJson(
                "/api/v1/cases/" + caseId + "/actions/revoke-sessions",
                Map.of("customer", customer(), "seen", seen(sam, "revoke-sessions")));
        personal.put("why it was denied", "Denied " + HERE);
        var decided = portal.bearer("robin")
                .postJson(
                        "/api/v1/approvals/" + asked.json().path("approval").asString() + "/decision",
                        Map.of("decision", "no", "because", requireNonNull(personal.get("why it was denied"))));
        assertThat(decided.status()).as(decided.body()).isEqualTo(200);
    }

    private void aPasswordThatTheCustomerChooses() {
        var sam = portal.bearer("sam");
        var caseId = sam.get("/api/v1" + page() + "/actions/reset-password")
                .json()
                .path("caseId")
                .asString();
        var handle = sam.get("/api/v1/cases/" + caseId + "/addresses")
                .json()
                .path("addresses")
                .path(0)
                .path("handle")
                .asString();
        var sent = sam.postJson(
                "/api/v1/cases/" + caseId + "/actions/reset-password",
                Map.of("customer", customer(), "seen", seen(sam, "reset-password"), "address", handle));
        assertThat(sent.status()).as(sent.body()).isLessThan(300);
        var token = token("/password/");
        secret.put("link to choose a password", token);
        secret.put("chosen password", "Horse-" + HERE + "-Staple-7");
        var customer = portal.customer();
        var form = customer.get("/password/" + token);
        var chosen = customer.submit(
                form,
                "form",
                Map.of(
                        "password", requireNonNull(secret.get("chosen password")),
                        "again", requireNonNull(secret.get("chosen password"))));
        assertThat(chosen.status()).as(chosen.body()).isEqualTo(200);
    }

    private void aContactThatChanges() {
        personal.put("name of the contact", "Contact" + HERE);
        portal.sandbox()
                .control()
                .editContact(
                        requireNonNull(jan.contactId()),
                        Map.of("lastname", requireNonNull(personal.get("name of the contact"))));
        Eventually.that(
                "the sync has written it",
                () -> portal.bearer("sam")
                        .get("/api/v1" + page())
                        .body()
                        .contains(requireNonNull(personal.get("name of the contact"))));
    }

    /** Values that were sent do not come back with the word that they were refused; of names and addresses it says which was wrong. */
    private void whatIsRefused() {
        var sam = portal.bearer("sam");
        var name = requireNonNull(personal.get("surname"));
        var code = requireNonNull(secret.get("texted code"));
        for (var answer : List.of(
                sam.postJson("/api/v1/searches", "{\"query\": \"" + name + "\", "),
                sam.postJson("/api/v1/searches", Map.of("query", List.of(name))),
                sam.postJson("/api/v1/searches", Map.of("query", name.substring(0, 2))),
                sam.postJson("/api/v1/searches", Map.of("query", name, "more", name)),
                sam.postJson("/api/v1/cases/" + UUID.randomUUID() + "/notes", Map.of("note", name)),
                sam.postJson("/api/v1/cases/" + UUID.randomUUID() + "/verifications/x/answer", Map.of("code", code)),
                portal.customer().get("/password/" + name + code),
                portal.withToken(requireNonNull(secret.get("token of a program")))
                        .get("/api/v1/me"))) {
            assertThat(answer.status()).as(answer.body()).isBetween(400, 499);
            refusals.add(answer.body());
        }
    }

    private String code(String to) {
        Eventually.that("the code arrives", () -> codes(to).findAny().isPresent());
        return codes(to).toList().getLast();
    }

    private java.util.stream.Stream<String> codes(String to) {
        return portal.sandbox().control().mailTo(to).stream()
                .map(Mail::text)
                .flatMap(text -> CODE.matcher(requireNonNull(text)).results())
                .map(found -> found.group());
    }

    /** The end of the newest link of that sort that was mailed. */
    private String token(String path) {
        Eventually.that("the link arrives", () -> links(path).findAny().isPresent());
        var link = links(path).toList().getLast();
        return link.substring(link.indexOf(path) + path.length());
    }

    private java.util.stream.Stream<String> links(String path) {
        return portal.sandbox().control().mailTo(requireNonNull(jan.email())).stream()
                .flatMap(mail -> mail.links().stream())
                .filter(link -> link.contains(path));
    }

    private String seen(Visitor program, String action) {
        return program.get("/api/v1" + page() + "/actions/" + action)
                .json()
                .path("seen")
                .asString();
    }

    private String page() {
        return "/directories/contoso/customers/" + jan.userId();
    }

    private String customer() {
        return "contoso/" + jan.userId();
    }

    /** Six digits are found in many a time of day and fingerprint. */
    private static List<String> long_(Map<String, String> values) {
        return values.values().stream().filter(value -> value.length() > 6).toList();
    }

    private static boolean holdsOne(String text, Map<String, String> values) {
        return values.values().stream()
                .anyMatch(value -> value.length() > 6
                        ? text.contains(value)
                        : Pattern.compile("(?<![0-9a-f.-])" + value + "(?![0-9a-f-])")
                                .matcher(text)
                                .find());
    }

    private static List<Path> filesWith(Collection<String> values) throws IOException {
        var found = new ArrayList<Path>();
        Files.walkFileTree(Path.of(System.getProperty("java.io.tmpdir")), new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes is) throws IOException {
                if (is.isRegularFile()
                        && is.size() < LARGEST
                        && is.lastModifiedTime().toInstant().isAfter(BEGUN)) {
                    var text = Files.readString(file, StandardCharsets.ISO_8859_1);
                    if (values.stream().anyMatch(text::contains)) {
                        found.add(file);
                    }
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException gone) {
                return FileVisitResult.CONTINUE;
            }
        });
        return found;
    }
}
