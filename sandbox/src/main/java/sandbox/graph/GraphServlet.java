package sandbox.graph;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.stereotype.Component;
import sandbox.journal.Exchange;
import tools.jackson.databind.json.JsonMapper;

/** The door of Graph; everything that all requests have in common happens here (facts §3). */
@Component
class GraphServlet extends HttpServlet {

    static final String VERSION = "/v1.0";

    private static final int UNAUTHORIZED = 401;

    private final transient BearerCheck bearers;
    private final transient Calls calls;
    private final transient Batch batch;
    private final transient JsonMapper json;

    GraphServlet(BearerCheck bearers, Calls calls, Batch batch, JsonMapper json) {
        this.bearers = bearers;
        this.calls = calls;
        this.batch = batch;
        this.json = json;
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var exchange = Exchange.of(request);
        addHeaders(request, response, exchange);
        write(answer(asked(request, exchange), exchange), response);
    }

    private GraphReply answer(Asked asked, Exchange exchange) {
        try {
            var known = bearers.known(asked.header().apply("Authorization"));
            exchange.calledBy(known.caller().application().appId());
            return batch.is(asked) ? batch.answer(asked, known) : calls.answer(asked, known);
        } catch (GraphError error) {
            return calls.refused(error, asked);
        }
    }

    private static Asked asked(HttpServletRequest request, Exchange exchange) throws IOException {
        return new Asked(
                request.getMethod(),
                request.getRequestURI().substring(VERSION.length()),
                request.getQueryString(),
                new String(request.getInputStream().readAllBytes(), StandardCharsets.UTF_8),
                root(request),
                exchange.requestId(),
                request::getHeader);
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
        if (reply.status() == UNAUTHORIZED) {
            response.setHeader(
                    "WWW-Authenticate",
                    "Bearer realm=\"\","
                            + " authorization_uri=\"https://login.microsoftonline.com/common/oauth2/authorize\","
                            + " client_id=\"00000003-0000-0000-c000-000000000000\"");
        }
        reply.headers().forEach(response::setHeader);
        var body = reply.body();
        if (body == null) {
            return;
        }
        var bytes = body instanceof String text ? text.getBytes(StandardCharsets.UTF_8) : json.writeValueAsBytes(body);
        response.setContentType(reply.contentType());
        response.setContentLength(bytes.length);
        response.getOutputStream().write(bytes);
    }

    private static String root(HttpServletRequest request) {
        var url = request.getRequestURL();
        return url.substring(0, url.indexOf("/", "https://".length())) + VERSION;
    }
}
