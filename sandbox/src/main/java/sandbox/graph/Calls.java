package sandbox.graph;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import sandbox.clock.SandboxClock;
import sandbox.graph.quota.Quotas;
import sandbox.graph.types.AnswerCheck;
import sandbox.people.Directories;
import sandbox.settings.CurrentSettings;
import sandbox.settings.StartUp;
import tools.jackson.databind.json.JsonMapper;

/** Answers one request of a known caller, refusals included. */
@Component
final class Calls {

    private static final int LONGEST_PATH = 4_096;
    private static final int LONGEST_QUERY = 16_384;

    private final Routes routes = new Routes();
    private final Directories directories;
    private final CurrentSettings settings;
    private final Quotas quotas;
    private final SandboxClock clock;
    private final AnswerCheck check;
    private final StartUp startUp;
    private final JsonMapper json;

    Calls(
            List<GraphResource> resources,
            Directories directories,
            CurrentSettings settings,
            Quotas quotas,
            SandboxClock clock,
            AnswerCheck check,
            StartUp startUp,
            JsonMapper json) {
        this.directories = directories;
        this.settings = settings;
        this.quotas = quotas;
        this.clock = clock;
        this.check = check;
        this.startUp = startUp;
        this.json = json;
        resources.forEach(resource -> resource.addTo(routes));
    }

    GraphReply answer(Asked asked, BearerCheck.Known known) {
        Routes.Match match;
        Query query;
        try {
            demandShort(asked);
            match = routes.find(asked.method(), GraphPath.parts(asked.path()));
            query = Query.of(asked.query());
        } catch (GraphError error) {
            return refused(error, asked);
        }
        var units = units(match.route().units(), query);
        var verdict = quotas.draw(new Quotas.Draw(
                known.caller().application().appId(),
                known.tenant().id(),
                match.route().parts(),
                match.route().writes(),
                units,
                directories.of(known.tenant()).size()));
        var reply = verdict.granted() ? granted(match, query, asked, known) : refused(throttled(), asked);
        return reply.with(verdict.headers()).with(Map.of("x-ms-resource-unit", String.valueOf(units)));
    }

    // An item of a batch brings its address in a body, where no web server limits it.
    private static void demandShort(Asked asked) {
        var query = asked.query();
        if (asked.path().length() > LONGEST_PATH || (query != null && query.length() > LONGEST_QUERY)) {
            throw GraphError.malformed("The request URI is too long.");
        }
    }

    private GraphReply granted(Routes.Match match, Query query, Asked asked, BearerCheck.Known known) {
        try {
            return checked(match.route().answer().apply(call(asked, known, match, query)), asked);
        } catch (GraphError error) {
            return refused(error, asked);
        }
    }

    private GraphReply checked(GraphReply reply, Asked asked) {
        var faults = startUp.checkAnswers() ? check.faults(reply.body()) : List.<String>of();
        return faults.isEmpty()
                ? reply
                : refused(new GraphError(500, "sandboxBrokeItsTypes", String.join("; ", faults), List.of()), asked);
    }

    private static GraphError throttled() {
        return new GraphError(429, "TooManyRequests", "Please retry again later.", List.of());
    }

    GraphReply refused(GraphError error, Asked asked) {
        var body = ErrorBody.of(error, clock.instant(), asked.requestId(), asked.correlationId());
        return new GraphReply(error.status(), body, Map.of());
    }

    private GraphCall call(Asked asked, BearerCheck.Known known, Routes.Match match, Query query) {
        return new GraphCall(
                asked.method(),
                asked.path(),
                match.keys(),
                query,
                asked.body(),
                known.caller(),
                known.tenant(),
                directories.of(known.tenant()),
                readsAsOf(),
                asked.root(),
                asked.requestId(),
                asked.correlationId(),
                asked.header(),
                json);
    }

    private @Nullable Instant readsAsOf() {
        var delay = settings.now().replicationDelayMillis();
        return delay == 0 ? null : clock.instant().minusMillis(delay);
    }

    // Facts §12: $select is one unit less, a page of fewer than 20 as well, never below one.
    private static int units(int base, Query query) {
        var less = (query.has("select") ? 1 : 0) + (smallPage(query) ? 1 : 0);
        return Math.max(1, base - less);
    }

    private static boolean smallPage(Query query) {
        var top = query.option("top");
        return top != null && top.matches("1?\\d");
    }
}
