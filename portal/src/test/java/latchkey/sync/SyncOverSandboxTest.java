package latchkey.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import latchkey.directory.AttributeKey;
import latchkey.directory.AttributeValue;
import latchkey.directory.CustomerId;
import latchkey.directory.Directories;
import latchkey.directory.DirectoryId;
import latchkey.testing.Eventually;
import latchkey.testing.Fault;
import latchkey.testing.PortalProcess;
import latchkey.testing.SandboxControl;
import latchkey.testing.SandboxControl.JournalEntry;
import latchkey.testing.SandboxControl.Person;
import latchkey.testing.SandboxProcess;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The sync from the edited contact to the directory, through every door on the way, on a directory's bad days. */
class SyncOverSandboxTest {

    private static final DirectoryId CONTOSO = new DirectoryId("contoso");
    private static final String ADMINISTRATOR = "admin@contoso.example";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static PortalProcess portal;

    private final SandboxControl sandbox = SandboxProcess.shared().control();

    @BeforeAll
    static void start() {
        SandboxProcess.fresh();
        portal = PortalProcess.start(Map.of(
                "latchkey.sync.attempts", "3",
                "latchkey.sync.first-wait", "50ms",
                "latchkey.sync.longest-wait", "100ms",
                "latchkey.sync.mail-every", "0s"));
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
    void aWebhookProvesItselfByItsKeyAndBeginsNoSession() {
        var jan = sandbox.person("jan-ordinary");
        var message =
                Webhooks.about(jan.contactId().toString(), UUID.randomUUID().toString());
        var dataverse = portal.strangerStayingHere().with("x-latchkey-key", "sandbox-webhook-key");
        var answer = dataverse.postJson("/api/v1/sync/dataverse/contoso", message);
        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.header("Set-Cookie")).isEmpty();
        var forged = portal.strangerStayingHere().with("x-latchkey-key", "guessed");
        assertThat(forged.postJson("/api/v1/sync/dataverse/contoso", message).problem())
                .isEqualTo("webhook-key-wrong");
    }

    @Test
    void nobodyCallsWhileTheDirectoryHasAskedToWait() {
        var jan = sandbox.person("jan-ordinary");
        sandbox.fault(Fault.status(429).retryAfter("3").method("PATCH").times(1));
        sandbox.editContact(jan.contactId(), Map.of("lastname", "Jansen"));
        eventually("the directory has asked to wait", () -> !throttled().isEmpty());
        var others = sandbox.people().stream()
                .filter(person -> person.userId() != null && person.contactId() != null)
                .filter(person ->
                        !Set.of("jan-ordinary", "gone-gil", "admin-ada").contains(person.key()))
                .toList();
        others.forEach(person -> sandbox.editContact(person.contactId(), Map.of("lastname", "Waits")));

        eventually("Jan's new name has arrived", () -> surname(jan).equals("Jansen"));
        others.forEach(person -> eventually(
                person.key() + "'s new name has arrived", () -> surname(person).equals("Waits")));
        var asked = throttled().getFirst();
        var open = asked.finishedAt().plusSeconds(3);
        assertThat(others).hasSizeGreaterThan(5);
        assertThat(calls())
                .filteredOn(call -> call.seq() != asked.seq())
                .filteredOn(call -> call.finishedAt().isAfter(asked.finishedAt()))
                .isNotEmpty()
                .allSatisfy(call -> assertThat(call.at()).isAfterOrEqualTo(open));
    }

    @Test
    void whatTheDirectoryRefusesForTooLongIsParkedToldOnceAndReplayed() {
        var smith = sandbox.person("dup-smith-1");
        sandbox.fault(Fault.down().path("/users/"));
        sandbox.editContact(smith.contactId(), Map.of("lastname", "Smythe"));
        eventually("the contact is parked", () -> status("parked") == 1);
        eventually(
                "the administrator is told",
                () -> !sandbox.mailTo(ADMINISTRATOR).isEmpty());
        assertThat(sandbox.mailTo(ADMINISTRATOR).getFirst().text())
                .contains(smith.contactId().toString(), portal.url() + "/sync");
        assertThat(surname(smith)).isNotEqualTo("Smythe");

        sandbox.clearFaults();
        var replay = portal.bearer("jo").postJson("/api/v1/sync/replays", "");
        assertThat(replay.status()).isEqualTo(202);
        assertThat(replay.json().path("contacts").asInt()).isEqualTo(1);
        eventually("the new name has arrived", () -> surname(smith).equals("Smythe"));
        eventually("nobody waits any more", () -> status("parked") + status("waiting") + status("running") == 0);
        assertThat(sandbox.mailTo(ADMINISTRATOR)).hasSize(1);
    }

    @Test
    void aWayThereAndBackEndsWhereItBeganThoughTheDirectoryShowsOldValuesFor30Seconds() {
        var smith = sandbox.person("dup-smith-2");
        sandbox.settings(Map.of("replicationDelayMillis", 30_000));
        rename(smith, "A");
        sandbox.advanceClock(Duration.ofSeconds(31));
        rename(smith, "B");
        assertThat(shownSurname(smith))
                .as("what the directory shows after B was written")
                .isEqualTo("A");

        sandbox.editContact(smith.contactId(), Map.of("lastname", "A"));
        eventually("the way back has arrived", () -> surname(smith).equals("A"));
        assertThat(surnames(smith)).endsWith("A", "B", "A");
    }

    @Test
    void aChangedContactCostsOneReadOfItAndOneReadAndOneWriteOfTheCustomer() {
        var jan = sandbox.person("jan-ordinary");
        sandbox.clearJournal();

        rename(jan, "Janssen");

        assertThat(callsAbout(jan)).containsExactly("GET contact", "GET customer", "PATCH customer");
    }

    @Test
    void aChangeThatDoesNotDifferCostsOneReadOfEach() {
        var jan = sandbox.person("jan-ordinary");
        sandbox.clearJournal();

        sandbox.editContact(jan.contactId(), Map.of("address1_city", "Brno"));
        eventually("the contact was looked at", () -> callsAbout(jan).contains("GET customer"));
        eventually("the sync rests", () -> status("waiting") + status("running") == 0);

        assertThat(callsAbout(jan)).containsExactly("GET contact", "GET customer");
    }

    private List<String> callsAbout(Person person) {
        return Stream.of("dataverse", "graph")
                .flatMap(kind -> sandbox.journal(kind).stream())
                .filter(call -> isAbout(person, call))
                .sorted(Comparator.comparing(JournalEntry::seq))
                .map(call -> call.method() + (call.kind().equals("graph") ? " customer" : " contact"))
                .toList();
    }

    private static boolean isAbout(Person person, JournalEntry call) {
        return call.path().endsWith("/users/" + person.userId())
                || String.valueOf(call.query()).contains(String.valueOf(person.contactId()));
    }

    private void rename(Person person, String surname) {
        sandbox.editContact(person.contactId(), Map.of("lastname", surname));
        eventually(surname + " has arrived", () -> surname(person).equals(surname));
        eventually("the sync rests", () -> status("waiting") + status("running") == 0);
    }

    /** What was written last, whatever the directory shows. */
    private String surname(Person person) {
        var written = surnames(person);
        return written.isEmpty() ? "" : written.getLast();
    }

    private List<String> surnames(Person person) {
        return sandbox.historyOfUser(person.userId()).stream()
                .map(version ->
                        version.path("changes").path("surname").path("after").asString(""))
                .filter(name -> !name.isEmpty())
                .toList();
    }

    /** What a read of the directory answers at this moment. */
    private String shownSurname(Person person) {
        return portal.bean(Directories.class)
                .forSync(CONTOSO)
                .flatMap(directory -> directory.customers().byId(new CustomerId(CONTOSO, person.userId())))
                .flatMap(customer -> customer.attribute(new AttributeKey("surname")))
                .map(AttributeValue::asText)
                .orElse("");
    }

    private int status(String count) {
        return portal.bearer("jo").get("/api/v1/sync").json().path(count).asInt(-1);
    }

    private List<JournalEntry> throttled() {
        return calls().stream().filter(call -> call.status() == 429).toList();
    }

    /** By whomever: a call that is answered 429 is not asked who it is. */
    private List<JournalEntry> calls() {
        return sandbox.journal("graph");
    }

    private static void eventually(String what, java.util.concurrent.Callable<Boolean> condition) {
        Eventually.within(PATIENCE, what, condition);
    }
}
