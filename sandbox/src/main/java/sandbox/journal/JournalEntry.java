package sandbox.journal;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One request and its answer.
 *
 * @param at when it arrived, in real time
 * @param status 0 when the connection was cut without an answer
 * @param requestBody at most 8,192 characters, passwords and secrets masked; null when there was none
 * @param fault what was done to it on purpose; null when nothing
 */
public record JournalEntry(
        long seq,
        Instant at,
        Instant finishedAt,
        Kind kind,
        String method,
        String path,
        @Nullable String query,
        int status,
        @Nullable String appId,
        @Nullable String clientRequestId,
        @Nullable String requestId,
        @Nullable String retryAfter,
        @Nullable String requestBody,
        @Nullable String fault) {

    /** An entry for something that did not come in over HTTP: a webhook sent, a mail received. */
    public static JournalEntry of(
            Kind kind, String method, String path, Instant at, int status, @Nullable String requestBody) {
        return new JournalEntry(
                0, at, Instant.now(), kind, method, path, null, status, null, null, null, null, requestBody, null);
    }

    JournalEntry numbered(long number) {
        return new JournalEntry(
                number,
                at,
                finishedAt,
                kind,
                method,
                path,
                query,
                status,
                appId,
                clientRequestId,
                requestId,
                retryAfter,
                requestBody,
                fault);
    }
}
