package latchkey.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The sandbox's control API: what it saw, what it should do wrong, who lives in it. */
public final class SandboxControl {

    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

    private final URI url;

    /** Whether the sandbox's clock has not been moved since the last reset. */
    private boolean onTime = true;

    SandboxControl(URI url) {
        this.url = url;
    }

    /** Seed state again; journal, faults, mailbox and history empty. */
    public void reset() {
        WritesInTheTrail.check(this);
        onTime = true;
        post("/sandbox/api/reset", Map.of());
    }

    boolean isOnTime() {
        return onTime;
    }

    /** Whether it says so itself; while it starts it refuses connections first and then answers 503. */
    boolean isHealthy() {
        try {
            return call("GET", "/actuator/health", null)
                    .path("status")
                    .asString("")
                    .equals("UP");
        } catch (UncheckedIOException | AssertionError e) {
            return false;
        }
    }

    /** Every request of that kind that the sandbox answered, oldest first. */
    public List<JournalEntry> journal(String kind) {
        return journal(kind, 0);
    }

    /** Requests of that kind after the given sequence number. */
    public List<JournalEntry> journal(String kind, long since) {
        var entries = get("/sandbox/api/journal?limit=100000&kind=" + kind + "&since=" + since);
        return List.of(read(entries.path("entries"), JournalEntry[].class));
    }

    public void clearJournal() {
        WritesInTheTrail.check(this);
        call("DELETE", "/sandbox/api/journal", null);
    }

    /** Sets a fault up and returns its id. */
    public String fault(Fault fault) {
        return post("/sandbox/api/faults", fault.asMap()).path("id").asString();
    }

    public void clearFaults() {
        call("DELETE", "/sandbox/api/faults", null);
    }

    /** Changes some of the settings; the others stay. */
    public void settings(Map<String, Object> settings) {
        call("PUT", "/sandbox/api/settings", settings);
    }

    public JsonNode settings() {
        return get("/sandbox/api/settings");
    }

    public void advanceClock(Duration by) {
        onTime = false;
        post("/sandbox/api/clock", Map.of("advanceSeconds", by.toSeconds()));
    }

    public void resetClock() {
        post("/sandbox/api/clock", Map.of("reset", true));
    }

    /** Switches what the tenant with that id or domain offers. */
    public void switchTenant(String tenant, Map<String, Object> switches) {
        call("PUT", "/sandbox/api/tenants/" + tenant, switches);
    }

    /** Registers a certificate in PEM for an application. */
    public void certify(UUID application, String certificate) {
        send("POST", "/sandbox/api/applications/" + application + "/certificates", "text/plain", certificate);
    }

    public List<Person> people() {
        return List.of(read(get("/sandbox/api/people").path("people"), Person[].class));
    }

    /** The person with that story, such as {@code jan-ordinary}. */
    public Person person(String key) {
        return person(key, people());
    }

    /** The person with that story in the tenant with that id or domain. */
    public Person person(String key, String tenant) {
        var people = get("/sandbox/api/people?tenant=" + tenant).path("people");
        return person(key, List.of(read(people, Person[].class)));
    }

    private static Person person(String key, List<Person> people) {
        return people.stream()
                .filter(person -> person.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException("nobody is called " + key));
    }

    /** Mails to that address, oldest first. */
    public List<Mail> mailTo(String address) {
        var messages = get("/sandbox/api/mailbox?to=" + URLEncoder.encode(address, StandardCharsets.UTF_8));
        return List.of(read(messages.path("messages"), Mail[].class));
    }

    /** Every applied change of that customer, oldest first. */
    public List<JsonNode> historyOfUser(UUID user) {
        return get("/sandbox/api/history/users/" + user)
                .path("versions")
                .valueStream()
                .toList();
    }

    /** Edits a contact as the person on the web portal would, and returns its new version. */
    public long editContact(UUID contact, Map<String, ?> changes) {
        return post("/sandbox/api/contacts/" + contact + "/edit", Map.of("as", "portal", "changes", changes))
                .path("versionnumber")
                .asLong();
    }

    /** Changes what an employee's next token says of them: {@code roles}, {@code groups} or {@code enabled}. */
    public void changeEmployee(String employee, Map<String, Object> changes) {
        call("PUT", "/sandbox/api/employees/" + employee, changes);
    }

    /** An access token as the employee's own sign-in would give. */
    public String employeeToken(String employee) {
        return post("/sandbox/api/employee-token", Map.of("employee", employee))
                .path("access_token")
                .asString();
    }

    public JsonNode get(String path) {
        return call("GET", path, null);
    }

    public void delete(String path) {
        call("DELETE", path, null);
    }

    public void put(String path, Object body) {
        call("PUT", path, body);
    }

    public JsonNode post(String path, Object body) {
        return call("POST", path, body);
    }

    private JsonNode call(String method, String path, @Nullable Object body) {
        return send(method, path, "application/json", body == null ? null : JSON.writeValueAsString(body));
    }

    private JsonNode send(String method, String path, String contentType, @Nullable String body) {
        var publisher = body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body);
        var request = HttpRequest.newBuilder(url.resolve(path))
                .timeout(Duration.ofSeconds(30))
                .header("Content-Type", contentType)
                .method(method, publisher)
                .build();
        try {
            var answer = HTTP.send(request, BodyHandlers.ofString());
            if (answer.statusCode() >= 400) {
                throw new AssertionError(method + " " + path + ": " + answer.statusCode() + " " + answer.body());
            }
            return answer.body().isEmpty() ? JSON.createObjectNode() : JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static <T> T read(JsonNode node, Class<T> type) {
        return JSON.treeToValue(node, type);
    }

    /** One request as the sandbox saw it, or one mail or webhook. */
    public record JournalEntry(
            long seq,
            Instant at,
            @Nullable Instant finishedAt,
            String kind,
            @Nullable String method,
            @Nullable String path,
            @Nullable String query,
            int status,
            @Nullable String appId,
            @Nullable String clientRequestId,
            @Nullable String requestId,
            @Nullable String retryAfter,
            @Nullable String requestBody,
            @Nullable String fault) {}

    /** A person with a story. */
    public record Person(
            String key,
            String story,
            @Nullable UUID userId,
            @Nullable UUID contactId,
            String displayName,
            List<String> signInNames,
            @Nullable String customerNumber,
            @Nullable String email) {}

    /** A mail that reached the sandbox. */
    public record Mail(
            long seq,
            Instant at,
            String from,
            List<String> to,
            String subject,
            @Nullable String text,
            @Nullable String html,
            List<String> links) {}
}
