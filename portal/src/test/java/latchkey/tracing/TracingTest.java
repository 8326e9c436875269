package latchkey.tracing;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.proto.trace.v1.Span;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import latchkey.testing.Eventually;
import latchkey.testing.PortalProcess;
import latchkey.testing.SandboxControl;
import latchkey.testing.SandboxControl.Person;
import latchkey.testing.SandboxProcess;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** One trace shows what an action or a contact change did in the database and at Microsoft, in a portal that is traced. */
class TracingTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static SpanReceiver receiver;
    private static PortalProcess portal;

    private final SandboxControl sandbox = SandboxProcess.shared().control();

    @BeforeAll
    static void start() {
        SandboxProcess.fresh();
        receiver = new SpanReceiver();
        portal = PortalProcess.start(Map.of(
                        "latchkey.tracing.endpoint",
                        receiver.url(),
                        "management.opentelemetry.tracing.export.schedule-delay",
                        "100ms"))
                .hearingWebhooks();
    }

    @AfterAll
    static void stop() {
        portal.close();
        receiver.close();
    }

    @Test
    void anActionIsOneTraceOverHttpTrailDatabaseAndGraph() {
        var jan = sandbox.person("jan-ordinary");
        var at = "/directories/contoso/customers/" + jan.userId() + "/actions/block-sign-in";
        var kim = portal.signedIn("kim");
        var form = kim.get(at);
        kim.submit(form, "form[action$=/actions/block-sign-in]", Map.of("reason", "other", "why", "shared account"));

        var name = "http post /directories/{directory}/customers/{id}/actions/block-sign-in";
        Eventually.within(
                PATIENCE,
                "the action was traced",
                () -> names(receiver.traceWith(name))
                        .containsAll(
                                List.of(name, "Graph block-sign-in", "announce in the trail", "record in the trail")));
        var trace = receiver.traceWith(name);
        assertThat(names(trace)).contains("Graph get-customer", "query");
        assertThat(trace).filteredOn(span -> span.getParentSpanId().isEmpty()).hasSize(1);
        assertThat(attribute(trace, "Graph block-sign-in", "client-request-id")).isEqualTo(lastPatch());
        assertNothingPersonal(jan);
    }

    @Test
    void aContactChangeIsOneTraceOverDataverseDatabaseAndGraph() {
        var smith = sandbox.person("dup-smith-1");
        sandbox.editContact(smith.contactId(), Map.of("lastname", "Traced"));

        Eventually.within(
                PATIENCE,
                "the change was traced",
                () -> names(receiver.traceWith("contact change"))
                        .containsAll(List.of("contact change", "Graph change-attributes")));
        var trace = receiver.traceWith("contact change");
        assertThat(names(trace))
                .contains(
                        "Dataverse read contacts",
                        "Graph get-customer",
                        "announce in the trail",
                        "record in the trail");
        assertThat(trace).filteredOn(span -> span.getParentSpanId().isEmpty()).hasSize(1);
        assertNothingPersonal(smith);
    }

    private static void assertNothingPersonal(Person person) {
        var all = receiver.spans().toString();
        assertThat(all).doesNotContain(Objects.requireNonNull(person.displayName()), "Traced", "shared account");
        person.signInNames().forEach(name -> assertThat(all).doesNotContain(name));
    }

    private @Nullable String lastPatch() {
        return sandbox.journal("graph").stream()
                .filter(call -> call.method().equals("PATCH"))
                .map(SandboxControl.JournalEntry::clientRequestId)
                .toList()
                .getLast();
    }

    private static List<String> names(List<Span> trace) {
        return trace.stream().map(Span::getName).toList();
    }

    private static String attribute(List<Span> trace, String name, String key) {
        return trace.stream()
                .filter(span -> span.getName().equals(name))
                .flatMap(span -> span.getAttributesList().stream())
                .filter(attribute -> attribute.getKey().equals(key))
                .map(attribute -> attribute.getValue().getStringValue())
                .findFirst()
                .orElseThrow();
    }
}
