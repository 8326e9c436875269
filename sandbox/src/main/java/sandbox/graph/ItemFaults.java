package sandbox.graph;

import java.util.Map;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import sandbox.faults.Fault;
import sandbox.faults.Faults;
import sandbox.journal.Kind;
import tools.jackson.databind.json.JsonMapper;

/** Lets the faults in force happen to the items of a batch, each of which has its own trouble (facts §9). */
@Component
final class ItemFaults {

    private static final int LOST_BEHIND_THE_GATEWAY = 504;

    private final Faults faults;
    private final GraphFaultAnswer words;
    private final JsonMapper json;

    ItemFaults(Faults faults, GraphFaultAnswer words, JsonMapper json) {
        this.faults = faults;
        this.words = words;
        this.json = json;
    }

    /** There is no connection of an item's own that could be cut: an answer lost behind the gateway is its time-out. */
    GraphReply answer(Asked item, Supplier<GraphReply> untroubled) {
        var struck = faults.strike(Kind.GRAPH, item.method(), GraphServlet.VERSION + item.path());
        if (struck.isEmpty()) {
            return untroubled.get();
        }
        var fault = struck.get();
        return switch (fault.action()) {
            case STATUS -> refused(fault, fault.statusOrDefault(), item);
            case SLOW -> untroubled.get();
            case DOWN -> refused(fault, LOST_BEHIND_THE_GATEWAY, item);
            case LOST, RESET, LATE -> {
                var lost = untroubled.get();
                yield lost.status() < LOST_BEHIND_THE_GATEWAY ? refused(fault, LOST_BEHIND_THE_GATEWAY, item) : lost;
            }
        };
    }

    private GraphReply refused(Fault fault, int status, Asked item) {
        var body = json.readTree(words.body(status, item.requestId()).text());
        var retryAfter = fault.retryAfter();
        return new GraphReply(status, body, retryAfter == null ? Map.of() : Map.of("Retry-After", retryAfter));
    }
}
