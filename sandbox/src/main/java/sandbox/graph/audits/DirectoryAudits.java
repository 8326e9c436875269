package sandbox.graph.audits;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import sandbox.graph.GraphCall;
import sandbox.graph.GraphError;
import sandbox.graph.GraphReply;
import sandbox.graph.GraphResource;
import sandbox.graph.Pages;
import sandbox.graph.Routes;
import sandbox.graph.filter.Evaluation;
import sandbox.graph.filter.Filter;
import sandbox.graph.filter.FilterParser;

/** {@code /auditLogs/directoryAudits} (facts §7.1). */
@Component
class DirectoryAudits implements GraphResource {

    private static final int LARGEST_PAGE = 1_000;

    private final Audits audits;
    private final Pages pages;

    DirectoryAudits(Audits audits, Pages pages) {
        this.audits = audits;
        this.pages = pages;
    }

    @Override
    public void addTo(Routes routes) {
        routes.add("GET", "auditLogs/directoryAudits", 1, this::list)
                .add("GET", "auditLogs/directoryAudits/{}", 1, this::get)
                .add("GET", "auditLogs/signIns", 1, DirectoryAudits::signIns);
    }

    private GraphReply list(GraphCall call) {
        call.caller().demand("AuditLog.Read.All");
        var size = call.query().top(LARGEST_PAGE, LARGEST_PAGE);
        var skip = skip(pages.start(call));
        var found = sorted(call).skip(skip).limit(size + 1L).toList();
        var body = new LinkedHashMap<String, Object>();
        body.put("@odata.context", call.context("auditLogs/directoryAudits"));
        if (found.size() > size) {
            body.put("@odata.nextLink", pages.nextLink(call, String.valueOf(skip + size)));
        }
        body.put("value", found.stream().limit(size).map(AuditJson::of).toList());
        return GraphReply.ok(body);
    }

    private GraphReply get(GraphCall call) {
        call.caller().demand("AuditLog.Read.All");
        return visible(call)
                .filter(audit -> audit.id().equals(call.key(0)))
                .findFirst()
                .map(audit -> GraphReply.ok(AuditJson.entity(audit, call)))
                .orElseThrow(() -> new GraphError(404, "ResourceNotFound", "The entry was not found.", List.of()));
    }

    // Facts §0 no. 10 and §7.3: no tenant of this sandbox has the licence.
    private static GraphReply signIns(GraphCall call) {
        call.caller().demand("AuditLog.Read.All");
        throw new GraphError(
                403,
                "Authentication_RequestFromNonPremiumTenantOrB2CTenant",
                "Neither tenant is B2C or tenant doesn't have premium license",
                List.of());
    }

    private Stream<Audit> sorted(GraphCall call) {
        var fitting = visible(call).filter(fits(call));
        var order = call.query().option("orderby");
        return switch (order == null ? "activityDateTime desc" : order.strip()) {
            case "activityDateTime desc" -> fitting;
            case "activityDateTime", "activityDateTime asc" -> fitting.sorted(Comparator.comparing(Audit::at));
            default -> throw GraphError.malformed("Sorting is possible by activityDateTime only.");
        };
    }

    // Entries lag as reads of users do (facts §7.1).
    private Stream<Audit> visible(GraphCall call) {
        var asOf = call.asOf();
        return audits.of(call.tenant().id())
                .filter(audit -> asOf == null || !audit.at().isAfter(asOf));
    }

    private static java.util.function.Predicate<Audit> fits(GraphCall call) {
        var text = call.query().option("filter");
        if (text == null) {
            return audit -> true;
        }
        var filter = FilterParser.parse(text);
        AuditFilterRules.check(filter);
        return audit -> Evaluation.matches(filter, new AuditItem(audit));
    }

    private static long skip(String start) {
        return start.isEmpty() ? 0 : Long.parseLong(start);
    }

    /** An entry as filters see it. */
    private record AuditItem(Audit audit) implements Evaluation.Item {

        @Override
        public @Nullable Object value(Filter.Path path) {
            return switch (path.text()) {
                case "activityDateTime" -> audit.at();
                case "activityDisplayName" -> audit.activity();
                case "category" -> audit.category();
                case "loggedByService" -> "Core Directory";
                case "correlationId" -> audit.correlationId();
                case "initiatedBy/app/displayName" -> audit.application();
                case "targetResources" -> List.of(audit);
                default -> null;
            };
        }

        @Override
        public @Nullable Object part(Object element, String path) {
            return switch (path) {
                case "id" -> audit.userId();
                case "userPrincipalName" -> audit.userPrincipalName();
                default -> null;
            };
        }
    }
}
