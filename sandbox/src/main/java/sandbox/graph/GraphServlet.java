package sandbox.graph;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import sandbox.clock.SandboxClock;
import sandbox.journal.Exchange;
import sandbox.people.Directories;
import sandbox.settings.CurrentSettings;
import tools.jackson.databind.json.JsonMapper;

/** The door of Graph; everything that all calls have in common happens here (facts §3). */
@Component
class GraphServlet extends HttpServlet {

    static final String VERSION = "/v1.0";

    private static final int UNAUTHORIZED = 401;
    private static final int LONGEST_PATH = 4_096;

    private final transient Routes routes = new Routes();
    private final transient BearerCheck bearers;
    private final transient Directories directories;
    private final transient CurrentSettings settings;
    private final transient SandboxClock clock;
    private final transient JsonMapper json;

    GraphServlet(
            List<GraphResource> resources,
            BearerCheck bearers,
            Directories directories,
            CurrentSettings settings,
            SandboxClock clock,
            JsonMapper json) {
        this.bearers = bearers;
        this.directories = directories;
        this.settings = settings;
        this.clock = clock;
        this.json = json;
        resources.forEach(resource -> resource.addTo(routes));
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var exchange = Exchange.of(request);
        addHeaders(request, response, exchange);
        try {
            write(answer(request, response, exchange), response);
        } catch (GraphError error) {
            if (error.status() == UNAUTHORIZED) {
                response.setHeader(
                        "WWW-Authenticate",
                        "Bearer realm=\"\","
                                + " authorization_uri=\"https://login.microsoftonline.com/common/oauth2/authorize\","
                                + " client_id=\"00000003-0000-0000-c000-000000000000\"");
            }
            var correlation = Objects.requireNonNullElse(request.getHeader("client-request-id"), exchange.requestId());
            var body = ErrorBody.of(error, clock.instant(), exchange.requestId(), correlation);
            write(new GraphReply(error.status(), body, java.util.Map.of()), response);
        }
    }

    private GraphReply answer(HttpServletRequest request, HttpServletResponse response, Exchange exchange)
            throws IOException {
        var known = bearers.known(request.getHeader("Authorization"));
        exchange.calledBy(known.caller().application().appId());
        var path = request.getRequestURI().substring(VERSION.length());
        if (path.length() > LONGEST_PATH) {
            throw GraphError.malformed("The request URI is too long.");
        }
        var match = routes.find(request.getMethod(), GraphPath.parts(path));
        var query = Query.of(request.getQueryString());
        response.setHeader(
                "x-ms-resource-unit", String.valueOf(units(match.route().units(), query)));
        var call = new GraphCall(
                request.getMethod(),
                path,
                match.keys(),
                query,
                new String(request.getInputStream().readAllBytes(), StandardCharsets.UTF_8),
                known.caller(),
                known.tenant(),
                directories.of(known.tenant()),
                readsAsOf(),
                root(request),
                exchange.requestId(),
                request::getHeader,
                json);
        return match.route().answer().apply(call);
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

    private static void addHeaders(HttpServletRequest request, HttpServletResponse response, Exchange exchange) {
        var sent = request.getHeader("client-request-id");
        response.setHeader("request-id", exchange.requestId());
        response.setHeader("client-request-id", sent == null ? exchange.requestId() : sent);
        response.setHeader("Cache-Control", "no-cache");
        response.setHeader("OData-Version", "4.0");
        response.setHeader(
                "x-ms-ags-diagnostic",
                "{\"ServerInfo\":{\"DataCenter\":\"Sandbox\",\"Slice\":\"E\",\"Ring\":\"0\",\"ScaleUnit\":\"001\",\"RoleInstance\":\"SANDBOX\"}}");
    }

    private void write(GraphReply reply, HttpServletResponse response) throws IOException {
        response.setStatus(reply.status());
        reply.headers().forEach(response::setHeader);
        var body = reply.body();
        if (body == null) {
            return;
        }
        var bytes = body instanceof String text ? text.getBytes(StandardCharsets.UTF_8) : json.writeValueAsBytes(body);
        response.setContentType(body instanceof String ? "text/plain" : ErrorBody.CONTENT_TYPE);
        response.setContentLength(bytes.length);
        response.getOutputStream().write(bytes);
    }

    private static String root(HttpServletRequest request) {
        var url = request.getRequestURL();
        return url.substring(0, url.indexOf("/", "https://".length())) + VERSION;
    }
}
