package latchkey.directory.graph;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import latchkey.directory.DirectoryFailure;
import latchkey.directory.DirectorySettings.AppRegistration;
import latchkey.directory.activity.LogPage;
import latchkey.directory.activity.LogSource;
import org.jspecify.annotations.Nullable;

/** The directory's log behind {@code auditLogs/directoryAudits} (facts §7.1). */
final class GraphLog implements LogSource {

    private static final int LARGEST_PAGE = 999;

    private final GraphClient graph;
    private final Map<AppRegistration, GraphClient> own;
    private final int pageSize;

    /**
     * A log.
     *
     * @param graph reads it
     * @param own our app registrations in this directory, each with a client that has its token
     */
    GraphLog(GraphClient graph, Map<AppRegistration, GraphClient> own) {
        this(graph, own, LARGEST_PAGE);
    }

    private GraphLog(GraphClient graph, Map<AppRegistration, GraphClient> own, int pageSize) {
        this.graph = graph;
        this.own = Map.copyOf(own);
        this.pageSize = pageSize;
    }

    GraphLog inPagesOf(int entries) {
        return new GraphLog(graph, own, entries);
    }

    @Override
    public LogPage page(Instant from, @Nullable String next) {
        return graph.read(GraphCall.slowGet("read-activity", next == null ? first(from) : next), LogJson::page);
    }

    // A registration whose credentials do not work just now made no change either.
    @Override
    public Set<String> ownIds() {
        var ids = new LinkedHashSet<String>();
        own.forEach((registration, client) -> {
            ids.add(registration.clientId().toString());
            try {
                client.principal().ifPresent(ids::add);
            } catch (DirectoryFailure e) {
                // its ids of before are in the store
            }
        });
        return ids;
    }

    private String first(Instant from) {
        return new Query()
                .filter("activityDateTime ge " + from.truncatedTo(ChronoUnit.SECONDS))
                .orderBy("activityDateTime")
                .top(pageSize)
                .on("auditLogs/directoryAudits");
    }
}
