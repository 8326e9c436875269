package latchkey.directory.graph;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A Graph that answers what the test wrote down, once each, and afterwards a customer; it remembers who called when. */
final class ScriptedGraph implements AutoCloseable {

    static final String JAN = "0f0f0f0f-0000-4000-8000-000000000001";

    private static final String CUSTOMER =
            "{\"id\":\"%s\",\"displayName\":\"Jan Novák\",\"accountEnabled\":true}".formatted(JAN);

    private final HttpServer server;
    private final Queue<Reply> replies = new ConcurrentLinkedQueue<>();
    private final Queue<Reply> tokenReplies = new ConcurrentLinkedQueue<>();
    private final List<Seen> seen = new CopyOnWriteArrayList<>();
    private final List<String> tokenForms = new CopyOnWriteArrayList<>();
    private final AtomicInteger tokens = new AtomicInteger();

    ScriptedGraph() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** The next answer to a call of Graph. */
    ScriptedGraph then(int status, String body, String... headers) {
        replies.add(new Reply(status, body, headers(headers), Cut.NOT));
        return this;
    }

    /** Takes the next call and hangs up. */
    ScriptedGraph thenHangUp() {
        replies.add(new Reply(200, "", Map.of(), Cut.BEFORE));
        return this;
    }

    /** Hangs up in the middle of the next answer. */
    ScriptedGraph thenHalfAnAnswer() {
        replies.add(new Reply(200, CUSTOMER, Map.of(), Cut.INSIDE));
        return this;
    }

    /** The next answer of the token endpoint. */
    ScriptedGraph thenToken(int status, String body, String... headers) {
        tokenReplies.add(new Reply(status, body, headers(headers), Cut.NOT));
        return this;
    }

    /** Calls of Graph, without those that learn what every call needs. */
    List<Seen> calls() {
        return seen.stream().filter(call -> call.path().contains("/users")).toList();
    }

    /** What was sent to the token endpoint, as forms. */
    List<String> tokenForms() {
        return List.copyOf(tokenForms);
    }

    int tokensGiven() {
        return tokens.get();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        var path = exchange.getRequestURI().getRawPath();
        if (path.endsWith("/token")) {
            tokenForms.add(body);
            send(exchange, Objects.requireNonNullElseGet(tokenReplies.poll(), this::token));
        } else if (path.contains("/users")) {
            seen.add(Seen.of(exchange, body));
            send(exchange, Objects.requireNonNullElseGet(replies.poll(), ScriptedGraph::customer));
        } else {
            send(exchange, setUp(path));
        }
    }

    private static Reply setUp(String path) {
        var body = path.endsWith("/organization") ? """
                {"value":[{"tenantType":"AAD B2C","verifiedDomains":[{"name":"contoso.onmicrosoft.com","isInitial":true}]}]}""" : "{\"value\":[]}";
        return new Reply(200, body, Map.of(), Cut.NOT);
    }

    private static Reply customer() {
        return new Reply(200, CUSTOMER, Map.of("request-id", "r-1"), Cut.NOT);
    }

    private Reply token() {
        var body = "{\"token_type\":\"Bearer\",\"expires_in\":3599,\"access_token\":\"token-%d\"}"
                .formatted(tokens.incrementAndGet());
        return new Reply(200, body, Map.of(), Cut.NOT);
    }

    private static void send(HttpExchange exchange, Reply reply) throws IOException {
        if (reply.cut() == Cut.BEFORE) {
            exchange.close();
            return;
        }
        var bytes = reply.body().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        reply.headers().forEach(exchange.getResponseHeaders()::set);
        exchange.sendResponseHeaders(reply.status(), bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes, 0, reply.cut() == Cut.INSIDE ? bytes.length / 2 : bytes.length);
        exchange.getResponseBody().flush();
        exchange.close();
    }

    private static Map<String, String> headers(String... pairs) {
        return pairs.length == 0 ? Map.of() : Map.of(pairs[0], pairs[1]);
    }

    /** One call as it arrived. */
    record Seen(
            String method,
            String path,
            @Nullable String query,
            @Nullable String authorization,
            @Nullable String clientRequestId,
            @Nullable String priority,
            String body,
            long nanos) {

        static Seen of(HttpExchange exchange, String body) {
            var headers = exchange.getRequestHeaders();
            return new Seen(
                    exchange.getRequestMethod(),
                    exchange.getRequestURI().getRawPath(),
                    exchange.getRequestURI().getRawQuery(),
                    headers.getFirst("Authorization"),
                    headers.getFirst("client-request-id"),
                    headers.getFirst("x-ms-throttle-priority"),
                    body,
                    System.nanoTime());
        }
    }

    private enum Cut {
        NOT,
        BEFORE,
        INSIDE
    }

    private record Reply(int status, String body, Map<String, String> headers, Cut cut) {}
}
