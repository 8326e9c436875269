package sandbox.graph.audits;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
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
import sandbox.settings.CurrentSettings;

/** {@code /auditLogs/signIns}, which needs a licence and is never there in B2C (facts §7.3). */
@Component
class SignInCalls implements GraphResource {

    private static final int LARGEST_PAGE = 1_000;
    private static final Set<String> BEGINNINGS =
            Set.of("userPrincipalName", "userDisplayName", "appDisplayName", "ipAddress");
    private static final Set<String> FILTERED = Set.of(
            "id",
            "createdDateTime",
            "userId",
            "userPrincipalName",
            "userDisplayName",
            "appId",
            "appDisplayName",
            "ipAddress",
            "status/errorCode",
            "correlationId",
            "conditionalAccessStatus",
            "clientAppUsed",
            "location/city",
            "location/state",
            "location/countryOrRegion",
            "deviceDetail/browser",
            "deviceDetail/operatingSystem",
            "riskState",
            "riskLevelDuringSignIn",
            "riskLevelAggregated",
            "riskDetail");

    private final SignIns signIns;
    private final Retention retention;
    private final CurrentSettings settings;
    private final Pages pages;

    SignInCalls(SignIns signIns, Retention retention, CurrentSettings settings, Pages pages) {
        this.signIns = signIns;
        this.retention = retention;
        this.settings = settings;
        this.pages = pages;
    }

    @Override
    public void addTo(Routes routes) {
        routes.add("GET", "auditLogs/signIns", 1, this::list).add("GET", "auditLogs/signIns/{}", 1, this::get);
    }

    private GraphReply list(GraphCall call) {
        demandLicence(call);
        refuseOthers(call);
        var size = call.query().top(LARGEST_PAGE, LARGEST_PAGE);
        var start = pages.start(call);
        var skip = start.isEmpty() ? 0 : Long.parseLong(start);
        var fits = fits(call);
        var found = visible(call)
                .filter(signIn -> fits.test(SignInJson.of(signIn, call)))
                .skip(skip)
                .limit(size + 1L)
                .toList();
        var body = new LinkedHashMap<String, Object>();
        body.put("@odata.context", call.context("auditLogs/signIns"));
        if (found.size() > size) {
            body.put("@odata.nextLink", pages.nextLink(call, String.valueOf(skip + size)));
        }
        body.put(
                "value",
                found.stream()
                        .limit(size)
                        .map(signIn -> SignInJson.of(signIn, call))
                        .toList());
        return GraphReply.ok(body);
    }

    private GraphReply get(GraphCall call) {
        demandLicence(call);
        var found = visible(call)
                .filter(signIn -> signIn.id().equals(call.key(0)))
                .findFirst()
                .orElseThrow(() -> new GraphError(404, "ResourceNotFound", "The entry was not found.", List.of()));
        var body = new LinkedHashMap<String, Object>();
        body.put("@odata.context", call.context("auditLogs/signIns/$entity"));
        body.putAll(SignInJson.of(found, call));
        return GraphReply.ok(body);
    }

    // Facts §0 no. 10.
    private void demandLicence(GraphCall call) {
        call.caller().demand("AuditLog.Read.All");
        if (!settings.now().premium() || call.tenant().kind() == sandbox.tenants.TenantKind.B2C) {
            throw new GraphError(
                    403,
                    "Authentication_RequestFromNonPremiumTenantOrB2CTenant",
                    "Neither tenant is B2C or tenant doesn't have premium license",
                    List.of());
        }
    }

    private static void refuseOthers(GraphCall call) {
        var order = call.query().option("orderby");
        if (order != null && !order.strip().equals("createdDateTime desc")) {
            throw GraphError.malformed("Sorting is possible by createdDateTime desc only.");
        }
    }

    private Stream<SignIn> visible(GraphCall call) {
        return signIns.all(call.tenant().id()).filter(signIn -> retention.shows(signIn.at(), call));
    }

    private static Predicate<Map<String, Object>> fits(GraphCall call) {
        var text = call.query().option("filter");
        if (text == null) {
            return any -> true;
        }
        var filter = FilterParser.parse(text);
        demand(filter);
        return json -> Evaluation.matches(filter, path -> value(json, path));
    }

    private static void demand(Filter filter) {
        switch (filter) {
            case Filter.And and -> {
                demand(and.left());
                demand(and.right());
            }
            case Filter.Or or -> {
                demand(or.left());
                demand(or.right());
            }
            case Filter.Compare compare -> demandComparable(compare);
            case Filter.Call call ->
                demand(
                        call.name().equals("startsWith")
                                && BEGINNINGS.contains(call.path().text()),
                        call.path());
            case Filter.Not not -> demand(false, new Filter.Path(List.of("not")));
            case Filter.In in -> demand(false, in.path());
            case Filter.Each each -> demand(false, each.path());
        }
    }

    private static void demandComparable(Filter.Compare compare) {
        var name = compare.path().text();
        var time = name.equals("createdDateTime");
        demand(
                FILTERED.contains(name)
                        && time == (compare.value() instanceof Instant)
                        && (compare.operator().equals("eq")
                                || (time && Set.of("ge", "le").contains(compare.operator()))),
                compare.path());
    }

    private static void demand(boolean allowed, Filter.Path path) {
        if (!allowed) {
            throw GraphError.malformed(
                    "Invalid filter clause: sign-ins cannot be filtered by '" + path.text() + "' that way.");
        }
    }

    private static @Nullable Object value(Map<String, Object> json, Filter.Path path) {
        Object value = json;
        for (var part : path.parts()) {
            value = value instanceof Map<?, ?> map ? map.get(part) : null;
        }
        return path.text().equals("createdDateTime") ? Instant.parse(String.valueOf(value)) : value;
    }
}
