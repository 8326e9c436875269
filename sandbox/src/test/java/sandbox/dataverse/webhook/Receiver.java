package sandbox.dataverse.webhook;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/** Records what is posted to it and answers as told. */
final class Receiver implements AutoCloseable {

    private final HttpServer server;
    private final List<Integer> answers;
    private final List<Post> posts = new CopyOnWriteArrayList<>();

    /** A post that came in. */
    record Post(Map<String, List<String>> headers, String query, String body) {

        String header(String name) {
            return headers.entrySet().stream()
                    .filter(header -> header.getKey().equalsIgnoreCase(name))
                    .findFirst()
                    .map(header -> header.getValue().getFirst())
                    .orElse("");
        }
    }

    private Receiver(List<Integer> answers) throws IOException {
        this.answers = answers;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::take);
        server.start();
    }

    /** One that answers with these statuses in turn, the last one for ever; 0 never answers. */
    static Receiver answering(Integer... answers) throws IOException {
        return new Receiver(List.of(answers));
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/hook";
    }

    List<Post> posts() {
        return posts;
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private synchronized void take(HttpExchange exchange) throws IOException {
        var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        var answer = answers.get(Math.min(posts.size(), answers.size() - 1));
        posts.add(new Post(
                Map.copyOf(exchange.getRequestHeaders()),
                String.valueOf(exchange.getRequestURI().getRawQuery()),
                body));
        if (answer > 0) {
            exchange.sendResponseHeaders(answer, -1);
            exchange.close();
        }
    }
}
