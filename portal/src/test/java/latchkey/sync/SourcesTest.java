package latchkey.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import latchkey.testing.Eventually;
import latchkey.testing.PortalProcess;
import latchkey.testing.SandboxControl;
import latchkey.testing.SandboxControl.Person;
import latchkey.testing.SandboxProcess;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What the nets bring that ask, and what is told of contacts that are gone and of links that are broken. */
class SourcesTest {

    private static final String ENVIRONMENT = "latchkey.dataverse.contoso.";

    private static PortalProcess portal;

    private final SandboxControl sandbox = SandboxProcess.shared().control();

    @BeforeAll
    static void start() {
        SandboxProcess.fresh();
        portal = PortalProcess.start(Map.of(
                ENVIRONMENT + "delta.enabled",
                "true",
                ENVIRONMENT + "delta.every",
                "1s",
                ENVIRONMENT + "delta.page",
                "100",
                ENVIRONMENT + "delta.first-load",
                "learn",
                ENVIRONMENT + "webhook.steps[0]",
                "5d000000-0000-4000-8000-000000000003",
                "latchkey.sync.first-wait",
                "50ms",
                "latchkey.sync.longest-wait",
                "100ms",
                "latchkey.sync.replication-window",
                "2s"));
    }

    @AfterAll
    static void stop() {
        portal.close();
    }

    @BeforeEach
    void nothingComesIn() {
        sandbox.resetClock();
        sandbox.settings(Map.of("webhooksEnabled", false));
        eventually(
                "all contacts were seen",
                () -> net("delta").path("reading").isNull()
                        && net("delta").path("succeededAt").isString());
        eventually("the sync rests", () -> status("waiting") + status("running") == 0);
    }

    @Test
    void anEditWhoseWebhookNeverCameArrivesByTheDeltaPollAndThePageSaysSo() {
        var jan = sandbox.person("jan-ordinary");
        sandbox.editContact(jan.contactId(), Map.of("lastname", "Jansen"));
        eventually("the new name has arrived", () -> surname(jan).equals("Jansen"));
        assertThat(text("SELECT net FROM sync_contacts WHERE contact_id = '" + jan.contactId() + "'"))
                .isEqualTo("DELTA");
        assertThat(net("delta").path("brought").asLong()).isPositive();
        assertThat(portal.bearer("jo").get("/api/v1/sync/nets").body()).contains("\"webhook\"", "\"jobs\"");
        assertThat(portal.signedIn("jo").get("/sync/sources").body()).contains("Delta poll");
    }

    @Test
    void aLinkThatExpiredHasEverybodyReadAgainAndNothingIsMissed() {
        var maria = sandbox.person("maria-blocked");
        sandbox.settings(Map.of("dataverse", Map.of("changeTracking", false)));
        eventually(
                "the poll gets no answer", () -> net("delta").path("failedAt").isString());
        sandbox.editContact(maria.contactId(), Map.of("lastname", "Lindström"));
        sandbox.advanceClock(Duration.ofDays(8));
        sandbox.settings(Map.of("dataverse", Map.of("changeTracking", true)));
        eventually("the new name has arrived", () -> surname(maria).equals("Lindström"));
        sandbox.resetClock();
        eventually("the poll gets answers", () -> net("delta").path("failedAt").isNull());
    }

    @Test
    void aWebhookThatNobodyTookIsFoundAmongTheFailedJobsWhereChangesAreNotTracked() {
        var tom = sandbox.person("tom-two-names");
        sandbox.settings(Map.of("dataverse", Map.of("changeTracking", false)));
        sandbox.settings(Map.of("webhooksEnabled", true, "webhookUrl", "http://127.0.0.1:9/nobody"));
        sandbox.editContact(tom.contactId(), Map.of("lastname", "Okoro"));
        eventually("the new name has arrived", () -> surname(tom).equals("Okoro"));
        assertThat(text("SELECT net FROM sync_contacts WHERE contact_id = '" + tom.contactId() + "'"))
                .isEqualTo("JOBS");
        sandbox.settings(Map.of("dataverse", Map.of("changeTracking", true)));
    }

    @Test
    void somebodyHasOneContactLookedAtNow() {
        var noah = sandbox.person("noah-no-mail");
        sandbox.settings(Map.of("dataverse", Map.of("changeTracking", false)));
        eventually(
                "the poll gets no answer", () -> net("delta").path("failedAt").isString());
        sandbox.editContact(noah.contactId(), Map.of("lastname", "Brandner"));
        var asked = portal.bearer("jo").postJson(looks(noah), "");
        assertThat(asked.status()).isEqualTo(202);
        eventually("the new name has arrived", () -> surname(noah).equals("Brandner"));
        assertThat(text("SELECT net FROM sync_contacts WHERE contact_id = '" + noah.contactId() + "'"))
                .isEqualTo("PERSON");
        assertThat(portal.bearer("kim").postJson(looks(noah), "").status()).isEqualTo(403);
        var nowhere = portal.bearer("jo")
                .postJson("/api/v1/sync/directories/nowhere/contacts/" + noah.contactId() + "/looks", "");
        assertThat(nowhere.problem()).isEqualTo("directory-not-found");
        sandbox.settings(Map.of("dataverse", Map.of("changeTracking", true)));
    }

    @Test
    void contactsThatAreMergedRestedOrDeletedLeaveTheirCustomersAloneAndAreListedUntilSeen() {
        var layla = sandbox.person("layla-arabic");
        var conor = sandbox.person("oneil-apostrophe");
        var pia = sandbox.person("plus-address");
        Stream.of(layla, conor, pia)
                .forEach(person -> sandbox.editContact(person.contactId(), Map.of("jobtitle", "Seen")));
        eventually(
                "they are in step",
                () -> Stream.of(layla, conor, pia)
                        .allMatch(person -> text("SELECT state FROM sync_contacts WHERE contact_id = '"
                                        + person.contactId() + "'")
                                .equals("SETTLED")));
        var histories = writes(layla, conor, pia);

        sandbox.post(
                "/sandbox/api/contacts/" + layla.contactId() + "/merge",
                Map.of("as", "backoffice", "into", sandbox.person("dup-smith-1").contactId()));
        sandbox.editContact(conor.contactId(), Map.of("statecode", 1));
        sandbox.delete("/sandbox/api/contacts/" + pia.contactId());

        eventually(
                "all three are listed",
                () -> gone().keySet().containsAll(List.of(layla.contactId(), conor.contactId(), pia.contactId())));
        assertThat(gone())
                .containsEntry(layla.contactId(), "contact-merged")
                .containsEntry(conor.contactId(), "contact-inactive")
                .containsEntry(pia.contactId(), "contact-gone");
        assertThat(writes(layla, conor, pia)).isEqualTo(histories);
        assertThat(portal.signedIn("jo").get("/sync/sources").body())
                .contains(layla.contactId().toString());

        var dismissals = "/api/v1/sync/directories/contoso/contacts/" + layla.contactId() + "/dismissals";
        assertThat(portal.bearer("jo").postJson(dismissals, "").status()).isEqualTo(204);
        assertThat(gone()).doesNotContainKey(layla.contactId());
        assertThat(portal.bearer("jo").postJson(dismissals, "").problem()).isEqualTo("sync-row-not-found");
    }

    @Test
    void brokenLinksAreShownByKindWithWhatToDo() {
        var gil = sandbox.person("gone-gil");
        var bea = sandbox.person("bea-two-brands");
        var other = sandbox.person("bea-two-brands-fabrikam");
        var fay = sandbox.person("fay-federated");
        sandbox.editContact(gil.contactId(), Map.of("jobtitle", "Seen"));
        sandbox.editContact(fay.contactId(), Map.of("adx_identity_username", "fay@example.com"));
        sandbox.editContact(
                other.contactId(), Map.of("adx_identity_username", bea.userId().toString()));
        sandbox.editContact(bea.contactId(), Map.of("jobtitle", "Seen"));

        eventually("Gil's customer is missed", () -> broken("dangling").contains(gil.contactId()));
        eventually("Bea has two contacts", () -> broken("two-contacts").contains(other.contactId()));
        assertThat(broken("two-contacts")).contains(bea.contactId());
        assertThat(broken("not-an-id")).contains(fay.contactId());
        var page = portal.signedIn("jo").get("/sync/links").body();
        assertThat(page).contains("Several contacts name the same customer", "Names a customer whom the directory");
    }

    @Test
    void somebodyHasEverybodyReadAgain() {
        var asked = portal.bearer("jo").postJson("/api/v1/sync/directories/contoso/full-loads", "");
        assertThat(asked.status()).isEqualTo(202);
        eventually("everybody was read", () -> net("delta").path("rows").asLong() > 400);
    }

    private static String looks(Person person) {
        return "/api/v1/sync/directories/contoso/contacts/" + person.contactId() + "/looks";
    }

    private List<String> writes(Person... people) {
        return Stream.of(people)
                .map(person -> sandbox.historyOfUser(person.userId()).toString())
                .toList();
    }

    private static Map<UUID, String> gone() {
        return items("/api/v1/sync/gone-contacts").stream()
                .collect(java.util.stream.Collectors.toMap(
                        row -> UUID.fromString(row.path("contact").asString()),
                        row -> row.path("reason").asString()));
    }

    private static List<UUID> broken(String trouble) {
        return items("/api/v1/sync/links")
                .getFirst()
                .path("found")
                .valueStream()
                .filter(found -> found.path("trouble").asString().equals(trouble))
                .flatMap(found -> found.path("some").valueStream())
                .map(broken -> UUID.fromString(broken.path("contact").asString()))
                .toList();
    }

    private static String text(String sql) {
        return portal.database().jdbc().sql(sql).query(String.class).optional().orElse("");
    }

    private static JsonNode net(String name) {
        return items("/api/v1/sync/nets").stream()
                .filter(net -> net.path("net").asString().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static List<JsonNode> items(String path) {
        List<JsonNode> items = new ArrayList<>();
        portal.bearer("jo").get(path).json().path("items").forEach(items::add);
        return items;
    }

    private static long status(String name) {
        return portal.bearer("jo").get("/api/v1/sync").json().path(name).asLong();
    }

    private String surname(Person person) {
        var written = sandbox.historyOfUser(person.userId()).stream()
                .map(version ->
                        version.path("changes").path("surname").path("after").asString(""))
                .filter(name -> !name.isEmpty())
                .toList();
        return written.isEmpty() ? "" : written.getLast();
    }

    private static void eventually(String what, java.util.concurrent.Callable<Boolean> condition) {
        Eventually.within(Duration.ofSeconds(60), what, condition);
    }
}
