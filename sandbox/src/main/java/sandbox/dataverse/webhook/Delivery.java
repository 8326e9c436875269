package sandbox.dataverse.webhook;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import sandbox.clock.SandboxClock;
import sandbox.journal.Journal;
import sandbox.journal.JournalEntry;
import sandbox.journal.Kind;
import sandbox.people.BeforeCommit;
import sandbox.settings.CurrentSettings;
import sandbox.settings.Settings;
import sandbox.settings.Webhook;

/** Posts one operation: 60 seconds to answer, one more attempt after 502, 503 or 504, then it has failed for good. */
@Component
class Delivery {

    private static final Set<Integer> TRIED_ONCE_MORE = Set.of(502, 503, 504);
    private static final int NO_ANSWER = 0;
    private static final int CODE_TIMED_OUT = 0x80050202;
    private static final int CODE_REFUSED = 0x80050203;

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final ExecutionContext contexts;
    private final SystemJobs jobs;
    private final Journal journal;
    private final CurrentSettings settings;
    private final SandboxClock clock;
    private final Duration patience;

    Delivery(
            ExecutionContext contexts,
            SystemJobs jobs,
            Journal journal,
            CurrentSettings settings,
            SandboxClock clock,
            @Value("${sandbox.webhook-timeout:60s}") Duration patience) {
        this.contexts = contexts;
        this.jobs = jobs;
        this.journal = journal;
        this.settings = settings;
        this.clock = clock;
        this.patience = patience;
    }

    /** What became of one attempt; status 0 when there was no answer. */
    private record Attempt(int status, @Nullable String trouble) {

        boolean succeeded() {
            return status >= 200 && status < 300;
        }
    }

    void deliver(Operation operation) {
        var body = contexts.body(operation);
        var attempt = attempts(operation, body);
        if (!attempt.succeeded()) {
            jobs.add(failure(operation, attempt));
        } else if (ThreadLocalRandom.current().nextDouble()
                < settings.now().webhook().duplicates()) {
            post(operation, body);
        }
    }

    /**
     * Posts within the transaction.
     *
     * @throws BeforeCommit.Refused when it was not taken, which the transaction fails with
     */
    void deliverNow(Operation operation) {
        var attempt = attempts(operation, contexts.body(operation));
        if (!attempt.succeeded()) {
            throw new BeforeCommit.Refused(message(attempt));
        }
    }

    private Attempt attempts(Operation operation, ExecutionContext.Body body) {
        var attempt = post(operation, body);
        return TRIED_ONCE_MORE.contains(attempt.status())
                        && waited(settings.now().webhookRetryDelayMillis())
                ? post(operation, body)
                : attempt;
    }

    private Attempt post(Operation operation, ExecutionContext.Body body) {
        var at = Instant.now();
        var attempt = attempt(operation, body);
        // The whole body is long and says little more; a full journal of them would fill the memory.
        var shortBody =
                "{\"MessageName\":\"%s\",\"PrimaryEntityId\":\"%s\",\"OperationId\":\"%s\",\"VersionNumber\":%d}"
                        .formatted(
                                operation.message().text(),
                                operation.contact().id(),
                                operation.jobId(),
                                operation.contact().version());
        journal.append(new JournalEntry(
                0,
                at,
                Instant.now(),
                Kind.WEBHOOK,
                "POST",
                path(settings.now().webhookUrl()),
                null,
                attempt.status(),
                null,
                operation.correlationId(),
                operation.jobId(),
                null,
                shortBody,
                null));
        return attempt;
    }

    private Attempt attempt(Operation operation, ExecutionContext.Body body) {
        try {
            var answer = http.send(request(operation, body, settings.now()), BodyHandlers.discarding());
            return new Attempt(answer.statusCode(), null);
        } catch (HttpTimeoutException late) {
            return new Attempt(NO_ANSWER, "timed out");
        } catch (IOException | IllegalArgumentException unreachable) {
            return new Attempt(NO_ANSWER, String.valueOf(unreachable));
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return new Attempt(NO_ANSWER, "the sandbox was stopped");
        }
    }

    private HttpRequest request(Operation operation, ExecutionContext.Body body, Settings settings) {
        var request = HttpRequest.newBuilder(address(settings))
                .timeout(patience)
                .header("Content-Type", "application/json")
                .header("x-ms-dynamics-organization", Environment.ORGANIZATION_DOMAIN)
                .header("x-ms-dynamics-entity-name", "contact")
                .header("x-ms-dynamics-request-name", operation.message().text())
                .header("x-ms-correlation-request-id", operation.correlationId())
                .POST(HttpRequest.BodyPublishers.ofString(body.text()));
        if (body.cutShort()) {
            request.header("x-ms-dynamics-msg-size-exceeded", "true");
        }
        if (settings.webhook().auth().equals(Webhook.HEADER)) {
            keys(settings).forEach(request::header);
        }
        return request.build();
    }

    /** A webhook key is always called code; a step of the kind query string names its own parameters. */
    private static URI address(Settings settings) {
        return switch (settings.webhook().auth()) {
            case Webhook.KEY -> URI.create(settings.webhookUrl() + "?code=" + escaped(settings.webhookKey()));
            case Webhook.QUERY ->
                URI.create(settings.webhookUrl()
                        + keys(settings).entrySet().stream()
                                .map(key -> escaped(key.getKey()) + "=" + escaped(key.getValue()))
                                .collect(Collectors.joining("&", "?", "")));
            default -> URI.create(settings.webhookUrl());
        };
    }

    private static Map<String, String> keys(Settings settings) {
        Map<String, String> keys = new LinkedHashMap<>();
        keys.put(settings.webhookKeyHeader(), settings.webhookKey());
        keys.putAll(settings.webhook().keys());
        return keys;
    }

    private static String escaped(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private SystemJob failure(Operation operation, Attempt attempt) {
        return new SystemJob(
                operation.jobId(),
                operation.message(),
                operation.contact().id(),
                operation.correlationId(),
                operation.createdOn(),
                clock.instant(),
                attempt.status() == NO_ANSWER ? CODE_TIMED_OUT : CODE_REFUSED,
                message(attempt));
    }

    private static String message(Attempt attempt) {
        return attempt.status() == NO_ANSWER
                ? "The webhook call failed because the endpoint did not answer: " + attempt.trouble()
                : "The webhook call failed because the endpoint answered with status " + attempt.status() + ".";
    }

    private static String path(String url) {
        try {
            return URI.create(url).getPath();
        } catch (IllegalArgumentException notAnAddress) {
            return url;
        }
    }

    private static boolean waited(long millis) {
        try {
            Thread.sleep(millis);
            return true;
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
