package latchkey.directory.graph;

import java.util.UUID;
import latchkey.directory.graph.quota.Cost;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;

/**
 * One thing asked of Graph.
 *
 * @param operation short name for metrics
 * @param method its HTTP method
 * @param target path and query below the version root, already encoded; or a whole nextLink
 * @param body JSON, null for none
 * @param id sent as client-request-id: the trail's entry for writes
 * @param slow whether Graph counts it against the small budget of reports and methods (facts §12)
 * @param eventual whether it is an advanced query, which Graph answers only with a header (facts §4.3)
 */
record GraphCall(
        String operation,
        HttpMethod method,
        String target,
        byte @Nullable [] body,
        UUID id,
        boolean slow,
        boolean eventual) {

    static GraphCall get(String operation, String target) {
        return new GraphCall(operation, HttpMethod.GET, target, null, UUID.randomUUID(), false, false);
    }

    static GraphCall advancedGet(String operation, String target) {
        return new GraphCall(operation, HttpMethod.GET, target, null, UUID.randomUUID(), false, true);
    }

    static GraphCall slowGet(String operation, String target) {
        return new GraphCall(operation, HttpMethod.GET, target, null, UUID.randomUUID(), true, false);
    }

    static GraphCall patch(String operation, String target, byte[] body, UUID id) {
        return new GraphCall(operation, HttpMethod.PATCH, target, body, id, false, false);
    }

    static GraphCall post(String operation, String target, UUID id) {
        return new GraphCall(operation, HttpMethod.POST, target, null, id, false, false);
    }

    /** The same question for the next page. */
    GraphCall following(String nextLink) {
        return new GraphCall(operation, method, nextLink, body, id, slow, eventual);
    }

    /** What Graph takes for it from which budget. */
    Cost cost() {
        return Cost.of(method, target, slow);
    }
}
