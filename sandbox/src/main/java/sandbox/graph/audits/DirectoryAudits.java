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
import sandbox.tenants.TenantKind;

/** {@code /auditLogs/directoryAudits}, which in B2C tells of sign-ins as well (facts §7.1 and §7.2). */
@Component
class DirectoryAudits implements GraphResource {

    private static final int LARGEST_PAGE = 1_000;

    private final Audits audits;
    private final SignIns signIns;
    private final Retention retention;
    private final Pages pages;

    DirectoryAudits(Audits audits, SignIns signIns, Retention retention, Pages pages) {
        this.audits = audits;
        this.signIns = signIns;
        this.retention = retention;
        this.pages = pages;
    }

    @Override
    public void addTo(Routes routes) {
        routes.add("GET", "auditLogs/directoryAudits", 1, this::list)
                .add("GET", "auditLogs/directoryAudits/{}", 1, this::get);
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

    private Stream<Audit> sorted(GraphCall call) {
        var fitting = visible(call).filter(fits(call));
        var order = call.query().option("orderby");
        return switch (order == null ? "activityDateTime desc" : order.strip()) {
            case "activityDateTime desc" ->
                fitting.sorted(Comparator.comparing(Audit::at).reversed());
            case "activityDateTime", "activityDateTime asc" -> fitting.sorted(Comparator.comparing(Audit::at));
            default -> throw GraphError.malformed("Sorting is possible by activityDateTime only.");
        };
    }

    private Stream<Audit> visible(GraphCall call) {
        return Stream.concat(audits.of(call.tenant().id()), signIns(call))
                .filter(audit -> retention.shows(audit.at(), call));
    }

    private Stream<Audit> signIns(GraphCall call) {
        return call.tenant().kind() == TenantKind.B2C
                ? signIns.all(call.tenant().id()).flatMap(signIn -> B2cEvents.of(signIn, call))
                : Stream.of();
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
                case "loggedByService" -> audit.service();
                case "correlationId" -> audit.correlationId();
                case "initiatedBy/app/appId" -> audit.appId();
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
