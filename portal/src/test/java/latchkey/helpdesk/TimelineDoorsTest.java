package latchkey.helpdesk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import latchkey.audit.Announced;
import latchkey.directory.AttributeChanges;
import latchkey.directory.AttributeKey;
import latchkey.directory.AttributeValue;
import latchkey.directory.CustomerId;
import latchkey.directory.graph.Reached;
import latchkey.testing.Eventually;
import latchkey.testing.PortalProcess;
import latchkey.testing.SandboxControl;
import latchkey.testing.SandboxControl.JournalEntry;
import latchkey.testing.SandboxProcess;
import latchkey.testing.Visitor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.SmartLifecycle;
import tools.jackson.databind.JsonNode;

/** The customer page's timeline, in a portal that collects the sandbox's log. */
class TimelineDoorsTest {

    private static final Map<String, String> COLLECTING = Map.of(
            "latchkey.directories.contoso.activity.enabled", "true",
            "latchkey.directories.contoso.activity.every", "10s",
            // Another registration than the one that the tests use as "another application".
            "latchkey.directories.contoso.sync.client-id", "a0000000-0000-4000-8000-000000000003",
            "latchkey.sync.enabled", "false");

    private static PortalProcess portal;

    private final SandboxControl sandbox = SandboxProcess.shared().control();

    @BeforeAll
    static void start() {
        SandboxProcess.fresh();
        portal = PortalProcess.start(COLLECTING);
    }

    @AfterAll
    static void stop() {
        portal.close();
    }

    @BeforeEach
    void collect() {
        if (!collectors().isRunning()) {
            collectors().start();
        }
    }

    @Test
    void theTimelineTellsWhatOthersDidAndOwnChangesOnceAndAsksNobody() {
        var jan = customer("jan-ordinary");
        var kim = portal.signedIn("kim");
        block(kim, jan);
        byAnotherApplication(jan);

        Eventually.within(
                Duration.ofSeconds(30),
                "both are in the timeline",
                () -> origins(jan).containsAll(List.of("outside", "latchkey, logged")));
        collectors().stop();
        sandbox.clearJournal();
        var page = kim.get(page(jan));

        assertThat(graphCalls())
                .hasSize(1)
                .allSatisfy(call -> assertThat(call.path()).endsWith("/users/" + jan.objectId()));
        var timeline = page.document().expectFirst("#panel-timeline").text();
        assertThat(timeline)
                .contains("The application “Latchkey sync” changed", "Outside Latchkey", "Directory’s log read until")
                .containsOnlyOnce("blocked sign-in")
                .contains("in the directory’s log at")
                .doesNotContain("Not in our trail");
        assertThat(kim.with("Accept-Language", "de").get(page(jan)).document().text())
                .contains("Protokoll des Verzeichnisses gelesen bis");
    }

    @Test
    void programsGetTheTimelineWithoutACall() {
        var jan = customer("plus-address");
        byAnotherApplication(jan);
        Eventually.within(
                Duration.ofSeconds(30),
                "it is in the timeline",
                () -> origins(jan).contains("outside"));
        collectors().stop();
        sandbox.clearJournal();

        var answer = timeline(jan);

        assertThat(graphCalls()).isEmpty();
        assertThat(answer.path("log").path("collected").asBoolean()).isTrue();
        assertThat(answer.path("log").path("readUntil").asString("")).isNotEmpty();
        assertThat(answer.path("log").path("gaps").isEmpty()).isTrue();
    }

    private void block(Visitor kim, CustomerId customer) {
        var form = kim.get(page(customer) + "/actions/block-sign-in");
        var answer = kim.submit(
                form, "form[action$=/actions/block-sign-in]", Map.of("reason", "other", "why", "account was shared"));
        assertThat(answer.status()).isEqualTo(200);
    }

    private static void byAnotherApplication(CustomerId customer) {
        var name = Optional.<AttributeValue>of(new AttributeValue.Text("Renamed"));
        Reached.forAnotherApplication(SandboxProcess.shared().url())
                .profiles()
                .change(customer, new AttributeChanges(Map.of(AttributeKey.GIVEN_NAME, name)), Announced.change());
    }

    private static List<String> origins(CustomerId customer) {
        return timeline(customer)
                .path("events")
                .valueStream()
                .map(event ->
                        event.path("origin").asString() + (event.path("inLog").asBoolean() ? ", logged" : ""))
                .map(origin -> origin.replace("outside, logged", "outside"))
                .toList();
    }

    private static JsonNode timeline(CustomerId customer) {
        return portal.bearer("kim")
                .get("/api/v1" + page(customer) + "/timeline")
                .json();
    }

    private List<JournalEntry> graphCalls() {
        return sandbox.journal("graph");
    }

    private CustomerId customer(String person) {
        return new CustomerId(
                Reached.CONTOSO, Objects.requireNonNull(sandbox.person(person).userId()));
    }

    private static SmartLifecycle collectors() {
        return portal.bean("latchkey.directory.activity.Collectors", SmartLifecycle.class);
    }

    private static String page(CustomerId customer) {
        return "/directories/contoso/customers/" + customer.objectId();
    }
}
