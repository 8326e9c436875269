package latchkey.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import latchkey.testing.Eventually;
import latchkey.testing.Fault;
import latchkey.testing.PortalProcess;
import latchkey.testing.SandboxControl;
import latchkey.testing.SandboxControl.Person;
import latchkey.testing.SandboxProcess;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A directory that is away for a while costs nobody a change and nobody a click. */
class OutageOverSandboxTest {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Set<String> ODD = Set.of("jan-ordinary", "gone-gil", "admin-ada");

    private static PortalProcess portal;

    private final SandboxControl sandbox = SandboxProcess.shared().control();

    @BeforeAll
    static void start() {
        SandboxProcess.fresh();
        portal = PortalProcess.start(Map.of(
                "latchkey.sync.first-wait", "50ms",
                "latchkey.sync.longest-wait", "100ms",
                "latchkey.sync.breaker.probe-every", "500ms"));
        portal.hearingWebhooks();
    }

    @AfterAll
    static void stop() {
        portal.close();
    }

    @Test
    void itStopsByItselfTellsOnceAndGoesOnByItself() {
        var jan = sandbox.person("jan-ordinary");
        sandbox.fault(Fault.down().path("/users/"));
        others().forEach(person -> sandbox.editContact(person.contactId(), Map.of("lastname", "Outage")));
        eventually("it has stopped", () -> word().equals("broken"));
        assertThat(portal.signedIn("jo")
                        .get("/sync/directories/contoso")
                        .document()
                        .text())
                .contains("Stopped by itself", "could not be reached");

        sandbox.editContact(jan.contactId(), Map.of("lastname", "Patient"));
        eventually(
                "the administrator is told",
                () -> !sandbox.mailTo("admin@contoso.example").isEmpty());
        sandbox.clearFaults();
        eventually("it goes on", () -> word().equals("live"));
        eventually("what waited has arrived", () -> surnames(jan).contains("Patient"));
        others().forEach(person -> eventually(
                person.key() + "'s name has arrived", () -> surnames(person).contains("Outage")));
        assertThat(portal.bearer("jo").get("/api/v1/sync").json().path("parked").asInt())
                .isZero();
        assertThat(sandbox.mailTo("admin@contoso.example"))
                .hasSize(1)
                .allSatisfy(mail -> assertThat(mail.text()).contains("/sync/directories/contoso"));
    }

    private List<Person> others() {
        return sandbox.people().stream()
                .filter(person -> person.userId() != null && person.contactId() != null)
                .filter(person -> !ODD.contains(person.key()))
                .toList();
    }

    private static String word() {
        return portal.bearer("jo")
                .get("/api/v1/sync/directories/contoso")
                .json()
                .path("word")
                .asString();
    }

    private List<String> surnames(Person person) {
        return sandbox.historyOfUser(person.userId()).stream()
                .map(version ->
                        version.path("changes").path("surname").path("after").asString(""))
                .toList();
    }

    private static void eventually(String what, Callable<Boolean> condition) {
        Eventually.within(PATIENCE, what, condition);
    }
}
