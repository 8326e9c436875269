package sandbox.console;

import java.util.List;
import org.jspecify.annotations.Nullable;
import sandbox.faults.Action;
import sandbox.faults.Fault;
import sandbox.journal.Kind;

/** Trouble at the push of a button. */
record Preset(String key, String name, String meaning, Fault fault) {

    private static final long SLOW_MILLIS = 3_000;

    static final List<Preset> ALL = List.of(
            preset(
                    "graph-429",
                    "Graph: too many requests",
                    "429 with Retry-After: 3, for the next request",
                    Kind.GRAPH,
                    null,
                    Action.STATUS,
                    429,
                    "3",
                    1),
            preset(
                    "graph-503",
                    "Graph: unavailable",
                    "503, until switched off",
                    Kind.GRAPH,
                    null,
                    Action.STATUS,
                    503,
                    null,
                    null),
            preset(
                    "graph-slow",
                    "Graph: slow",
                    "Three seconds more, until switched off",
                    Kind.GRAPH,
                    null,
                    Action.SLOW,
                    null,
                    null,
                    null),
            preset(
                    "graph-lost",
                    "Graph: answer lost",
                    "The next change is applied, then the connection is cut",
                    Kind.GRAPH,
                    "PATCH",
                    Action.LOST,
                    null,
                    null,
                    1),
            preset(
                    "graph-down",
                    "Graph: down",
                    "Every connection is cut, nothing is applied",
                    Kind.GRAPH,
                    null,
                    Action.DOWN,
                    null,
                    null,
                    null),
            preset(
                    "token-503",
                    "Tokens: unavailable",
                    "503 from the token endpoint, until switched off",
                    Kind.TOKEN,
                    null,
                    Action.STATUS,
                    503,
                    null,
                    null),
            preset(
                    "dataverse-429",
                    "Dataverse: service protection",
                    "429 with Retry-After: 5, for the next request",
                    Kind.DATAVERSE,
                    null,
                    Action.STATUS,
                    429,
                    "5",
                    1),
            preset(
                    "dataverse-down",
                    "Dataverse: down",
                    "Every connection is cut, until switched off",
                    Kind.DATAVERSE,
                    null,
                    Action.DOWN,
                    null,
                    null,
                    null),
            preset(
                    "mail-451",
                    "Mail: refused",
                    "451, try again later, until switched off",
                    Kind.MAIL,
                    null,
                    Action.STATUS,
                    451,
                    null,
                    null));

    private static Preset preset(
            String key,
            String name,
            String meaning,
            Kind kind,
            @Nullable String method,
            Action action,
            @Nullable Integer status,
            @Nullable String retryAfter,
            @Nullable Integer count) {
        var delay = action == Action.SLOW ? SLOW_MILLIS : null;
        return new Preset(
                key,
                name,
                meaning,
                new Fault(null, kind, method, null, action, status, retryAfter, delay, count, null));
    }
}
