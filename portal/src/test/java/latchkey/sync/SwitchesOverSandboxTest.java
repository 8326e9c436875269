package latchkey.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import latchkey.testing.Answer;
import latchkey.testing.Eventually;
import latchkey.testing.PortalProcess;
import latchkey.testing.SandboxControl;
import latchkey.testing.SandboxControl.Person;
import latchkey.testing.SandboxProcess;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** A newly installed sync, from the first look to the first write and back, through its pages and the API. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SwitchesOverSandboxTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String PAGE = "/sync/directories/contoso";
    private static final String API = "/api/v1/sync/directories/contoso";

    private static PortalProcess portal;

    private final SandboxControl sandbox = SandboxProcess.shared().control();

    @BeforeAll
    static void start() {
        SandboxProcess.fresh();
        portal = PortalProcess.start(Map.of(
                "latchkey.sync.watch.begin-live", "false",
                "latchkey.sync.mail-every", "0s",
                "latchkey.sync.guards.many.cleared-names", "1"));
    }

    @AfterAll
    static void stop() {
        portal.close();
    }

    @BeforeEach
    void webhooksComeHere() {
        SandboxProcess.fresh();
        portal.hearingWebhooks();
    }

    @Test
    @Order(1)
    void newlyInstalledItTellsWhatWouldChangeAndWritesNothing() {
        var jan = sandbox.person("jan-ordinary");
        sandbox.editContact(jan.contactId(), Map.of("lastname", "Watched-Name"));
        eventually("the difference is told", () -> report().path("different").asInt() == 1);

        assertThat(report().path("word").asString()).isEqualTo("watching");
        assertThat(report().path("differences").get(0).path("attribute").asString())
                .isEqualTo("surname");
        var page = portal.signedIn("jo").get(PAGE);
        assertThat(page.document().select("#sync-differences + p").text()).contains("1");
        assertThat(page.document().text()).doesNotContain("Watched-Name");
        assertThat(preview(jan).path("changes").get(0).path("after").asString()).isEqualTo("W•••");
        assertThat(written(jan)).doesNotContain("Watched-Name");
    }

    @Test
    @Order(2)
    void itDoesNotBeginWhileNobodyKnowsWhoElseWrites() {
        portal.database()
                .jdbc()
                .sql("UPDATE directory_readings SET read_until = NULL")
                .update();
        refused(goLive(false), "sync-others-unknown");
        refused(portal.signedIn("jo").postForm(PAGE + "/live", Map.of()), "sync-others-unknown");
        assertThat(report().path("live").asBoolean()).isFalse();
    }

    @Test
    @Order(3)
    void itDoesNotBeginWhileTheOldFlowStillWritesAndNamesIt() {
        otherWrites("Old flow", "Surname", "GivenName");
        refused(goLive(true), "sync-others-write");
        var told = portal.signedIn("jo").postForm(PAGE + "/live", Map.of("sure", "true"));
        refused(told, "sync-others-write");
        assertThat(told.document().text()).contains("Old flow");
        assertThat(portal.signedIn("jo")
                        .get(PAGE)
                        .document()
                        .select("#sync-others ~ ul li")
                        .text())
                .contains("Old flow", "Surname");
    }

    @Test
    @Order(4)
    void whatOthersWriteElsewhereAndWhatWeWriteOurselvesDoesNotMatter() {
        portal.database().jdbc().sql("DELETE FROM directory_events").update();
        otherWrites("Another flow", "PreferredLanguage");
        assertThat(report().path("others")).isEmpty();
    }

    @Test
    @Order(5)
    void nobodySwitchesWithoutThePermission() {
        for (var action : List.of("live", "watching", "pauses", "resumptions")) {
            refused(portal.signedIn("kim").postForm(PAGE + "/" + action, Map.of()), "not-permitted");
            refused(portal.bearer("kim").postJson(API + "/" + action, Map.of("sure", true)), "not-permitted");
        }
        for (var decision : List.of("releases", "rejections")) {
            refused(portal.signedIn("kim").postForm("/sync/held/" + decision, Map.of()), "not-permitted");
            refused(
                    portal.bearer("kim")
                            .postJson("/api/v1/sync/held-contacts/" + decision, Map.of("contacts", List.of())),
                    "not-permitted");
        }
    }

    @Test
    @Order(6)
    void anUnknownDirectoryIsSaidToBeUnknown() {
        refused(portal.signedIn("jo").get("/sync/directories/nowhere"), "directory-not-found");
        refused(portal.bearer("jo").get("/api/v1/sync/directories/nowhere"), "directory-not-found");
        refused(portal.bearer("jo").postJson("/api/v1/sync/directories/nowhere/pauses", ""), "directory-not-found");
    }

    @Test
    @Order(7)
    void goingLiveWritesTheDifferencesAndGoesBackAtOneClick() {
        var jan = sandbox.person("jan-ordinary");
        sandbox.editContact(jan.contactId(), Map.of("lastname", "Live-Name"));
        eventually("the difference is told", () -> report().path("different").asInt() == 1);

        assertThat(goLive(true).json().path("word").asString()).isEqualTo("live");
        eventually("the name has arrived", () -> written(jan).contains("Live-Name"));
        assertThat(portal.signedIn("jo").postForm(PAGE + "/watching", Map.of()).status())
                .isLessThan(400);
        assertThat(report().path("word").asString()).isEqualTo("watching");
        assertThat(noted("sync-go-live")).isEqualTo(1);
        assertThat(noted("sync-watch")).isEqualTo(1);
        goLive(true);
    }

    @Test
    @Order(8)
    void whileItIsPausedNothingIsReadAndAfterwardsEverythingIsMadeUpFor() {
        var jan = sandbox.person("jan-ordinary");
        portal.bearer("jo").postJson(API + "/pauses", "");
        assertThat(portal.signedIn("jo")
                        .get("/sync")
                        .document()
                        .select("[data-directory=contoso] .badge")
                        .text())
                .isEqualTo("paused");
        sandbox.clearJournal();
        sandbox.editContact(jan.contactId(), Map.of("lastname", "Paused-Name"));
        eventually(
                "it was heard of",
                () -> portal.bearer("jo")
                                .get("/api/v1/sync")
                                .json()
                                .path("waiting")
                                .asInt()
                        == 1);
        assertThat(sandbox.journal("graph").stream()
                        .filter(call -> call.path().endsWith(jan.userId().toString())))
                .isEmpty();
        portal.signedIn("jo").postForm(PAGE + "/resumptions", Map.of());
        eventually("the name has arrived", () -> written(jan).contains("Paused-Name"));
    }

    @Test
    @Order(9)
    void whatAGuardHoldsIsToldLookedAtAndReleased() {
        var first = sandbox.person("dup-smith-1");
        sandbox.editContact(first.contactId(), Map.of("lastname", ""));
        // what is being written is not counted yet: only from its end on
        eventually("the first name is cleared", () -> written(first).contains("") && rests());
        var second = sandbox.person("dup-smith-2");
        sandbox.editContact(second.contactId(), Map.of("lastname", ""));
        eventually("the second is held", () -> heldCount() == 1);

        var held = portal.bearer("jo").get("/api/v1/sync/held-contacts").json().path("items");
        assertThat(held).hasSize(1);
        assertThat(held.get(0).path("reason").asString()).isEqualTo("names-cleared");
        var contact = UUID.fromString(held.get(0).path("contact").asString());
        eventually(
                "the administrator is told",
                () -> sandbox.mailTo("admin@contoso.example").stream()
                        .anyMatch(mail -> mail.text().contains("/sync/held")));
        var page = portal.signedIn("jo").get("/sync/held");
        assertThat(page.document().select("[data-contact=" + contact + "]").text())
                .contains("Many names are cleared at once", "clear");
        assertThat(portal.signedIn("jo")
                        .get(PAGE + "/contacts/" + contact)
                        .document()
                        .text())
                .contains("S•••")
                .doesNotContain("Smith");

        var chosen = Map.of("contact", "contoso/" + contact);
        assertThat(portal.signedIn("jo").postForm("/sync/held/releases", chosen).status())
                .isLessThan(400);
        eventually("it is written", () -> written(second).contains(""));
        assertThat(noted("release-contact")).isEqualTo(1);
        refused(portal.signedIn("jo").postForm("/sync/held/rejections", chosen), "sync-row-not-held");
        refused(
                portal.bearer("jo")
                        .postJson(
                                "/api/v1/sync/held-contacts/rejections",
                                Map.of(
                                        "contacts",
                                        List.of(Map.of("directory", "contoso", "contact", contact.toString())))),
                "sync-row-not-held");
        refused(portal.signedIn("jo").postForm("/sync/held/releases", Map.of("contact", "x")), "sync-row-not-found");
    }

    @Test
    @Order(10)
    void aDirectoryThatIsAwayIsNotAskedForAPreview() {
        var jan = sandbox.person("jan-ordinary");
        sandbox.fault(latchkey.testing.Fault.down().kind("dataverse").path("/contacts"));
        refused(portal.bearer("jo").get(API + "/contacts/" + jan.contactId() + "/preview"), "dataverse-unavailable");
        refused(portal.signedIn("jo").get(PAGE + "/contacts/" + jan.contactId()), "dataverse-unavailable");
        sandbox.clearFaults();
    }

    private Answer goLive(boolean sure) {
        return portal.bearer("jo").postJson(API + "/live", Map.of("sure", sure));
    }

    private tools.jackson.databind.JsonNode report() {
        return portal.bearer("jo").get(API).json();
    }

    private tools.jackson.databind.JsonNode preview(Person person) {
        return portal.bearer("jo")
                .get(API + "/contacts/" + person.contactId() + "/preview")
                .json();
    }

    private boolean rests() {
        var status = portal.bearer("jo").get("/api/v1/sync").json();
        return status.path("waiting").asInt() + status.path("running").asInt() == 0;
    }

    private int heldCount() {
        return portal.bearer("jo").get("/api/v1/sync").json().path("held").asInt();
    }

    private List<String> written(Person person) {
        return sandbox.historyOfUser(person.userId()).stream()
                .map(version -> version.path("changes").path("surname"))
                .filter(change -> change.has("after"))
                .map(change -> change.path("after").asString(""))
                .toList();
    }

    private static long noted(String action) {
        return portal.database()
                .jdbc()
                .sql("SELECT count(*) FROM audit_entries WHERE action = :action")
                .param("action", action)
                .query(Long.class)
                .single();
    }

    /** As the collector would have written it down. */
    private static void otherWrites(String application, String... properties) {
        portal.database()
                .jdbc()
                .sql("""
                    INSERT INTO directory_events (directory, event_id, customer, at, activity, service, result, app, app_name,
                        changed)
                    VALUES ('contoso', :id, gen_random_uuid(), now(), 'Update user', 'Core Directory', 'SUCCESS', :id,
                        :name, :changed)\
                    """)
                .param("id", UUID.randomUUID().toString())
                .param("name", application)
                .param("changed", properties)
                .update();
    }

    private static void refused(Answer answer, String problem) {
        assertThat(answer.problem()).isEqualTo(problem);
    }

    private static void eventually(String what, Callable<Boolean> condition) {
        Eventually.within(PATIENCE, what, condition);
    }
}
