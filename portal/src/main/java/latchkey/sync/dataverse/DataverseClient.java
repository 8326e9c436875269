package latchkey.sync.dataverse;

import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import latchkey.tracing.Spans;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads from one Dataverse environment; while it asks to be left alone (429), nobody calls it. */
final class DataverseClient {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration WHEN_UNSAID = Duration.ofSeconds(5);

    /** No document tells the status (facts §1c): whatever says that the request is at fault means the token is. */
    private static final Set<Integer> EXPIRED = Set.of(400, 404, 409, 410, 412);

    private final DataverseSettings.Environment environment;
    private final Wire wire;
    private final Tokens tokens;
    private final Clock clock;
    private final Spans spans;
    private final AtomicReference<Instant> leftAloneUntil = new AtomicReference<>(Instant.EPOCH);

    DataverseClient(DataverseSettings.Environment environment, Wire wire, Clock clock, Spans spans) {
        this.environment = environment;
        this.wire = wire;
        this.clock = clock;
        this.spans = spans;
        this.tokens = new Tokens(environment, wire, clock);
    }

    URI at(String path) {
        return URI.create(environment.url() + path);
    }

    /** The answer's JSON; throws a {@link ContactsFailure} for everything but 200. */
    JsonNode get(String path) {
        return page(path, 0);
    }

    /** As {@link #get}, with at most so many rows at once; 0 leaves it to Dataverse. */
    JsonNode page(String path, int rows) {
        demandOpen();
        var token = tokens.current();
        var answer = send(path, rows, token);
        if (answer.status() == 401) {
            answer = send(path, rows, tokens.insteadOf(token));
        }
        return answer.status() == 200 ? json(answer) : fail(answer);
    }

    /** The path of a link to the next page; null when there is none. The token is sent to this environment alone. */
    @Nullable
    String own(JsonNode link) {
        if (!link.isString()) {
            return null;
        }
        var next = Objects.requireNonNull(link.asString());
        var home = environment.url().toString();
        if (!next.startsWith(home + "/")) {
            throw new ContactsFailure.Unavailable("Dataverse's next page is somewhere else", null, null);
        }
        return next.substring(home.length());
    }

    private Wire.Answer send(String path, int rows, String token) {
        try {
            return spans.step("dataverse", "Dataverse read contacts")
                    .observeChecked(() -> wire.get(at(path), token, rows));
        } catch (IOException e) {
            throw new ContactsFailure.Unavailable("Dataverse cannot be reached: " + e.getMessage(), null, e);
        }
    }

    private void demandOpen() {
        var wait = Duration.between(clock.instant(), leftAloneUntil.get());
        if (wait.isPositive()) {
            throw new ContactsFailure.Throttled(wait, "Dataverse asked to be left alone for a while", null);
        }
    }

    private JsonNode fail(Wire.Answer answer) {
        var words = words(answer);
        var requestId = answer.header("x-ms-service-request-id");
        if (answer.status() == 429) {
            var wait = wait(answer);
            leftAloneUntil.accumulateAndGet(
                    clock.instant().plus(wait), (one, other) -> one.isAfter(other) ? one : other);
            throw new ContactsFailure.Throttled(wait, words, requestId);
        }
        if (answer.status() >= 500 || answer.status() == 408) {
            throw new ContactsFailure.Unavailable(words, requestId, null);
        }
        throw new ContactsFailure.Misconfigured(words, requestId, null);
    }

    private Duration wait(Wire.Answer answer) {
        @Nullable Duration asked = RetryAfter.read(answer.header("Retry-After"), clock);
        return asked == null ? WHEN_UNSAID : asked;
    }

    private static String words(Wire.Answer answer) {
        try {
            var error = JSON.readTree(answer.body()).path("error");
            return (error.path("code").asString("") + " "
                            + error.path("message").asString("HTTP " + answer.status()))
                    .strip();
        } catch (JacksonException e) {
            return "HTTP " + answer.status();
        }
    }

    private static JsonNode json(Wire.Answer answer) {
        try {
            return JSON.readTree(answer.body());
        } catch (JacksonException e) {
            throw new ContactsFailure.Unavailable("Dataverse's answer broke off", null, e);
        }
    }

    /** As {@link #get}, with preferences, and with what change tracking says when its token has expired. */
    JsonNode tracked(String path, String prefer) {
        demandOpen();
        var token = tokens.current();
        var answer = send(path, prefer, token);
        if (answer.status() == 401) {
            answer = send(path, prefer, tokens.insteadOf(token));
        }
        if (answer.status() == 200) {
            return json(answer);
        }
        return EXPIRED.contains(answer.status()) && path.contains("token=") ? startOver(answer) : fail(answer);
    }

    /** The path of a link that an answer gave; our token goes to this environment alone. */
    String pathOf(String link) {
        if (!owns(link)) {
            throw new ContactsFailure.Unavailable("Dataverse's answer leads somewhere else", null, null);
        }
        return link.substring(environment.url().toString().length());
    }

    boolean owns(String link) {
        return link.startsWith(environment.url() + "/");
    }

    private static JsonNode startOver(Wire.Answer answer) {
        throw new ContactChanges.Expired(words(answer));
    }

    private Wire.Answer send(String path, String prefer, String token) {
        try {
            return spans.step("dataverse", "Dataverse read changes")
                    .observeChecked(() -> wire.get(at(path), token, prefer));
        } catch (IOException e) {
            throw new ContactsFailure.Unavailable("Dataverse cannot be reached: " + e.getMessage(), null, e);
        }
    }
}
