package latchkey.audit.stream;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.LongStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import latchkey.audit.Entries;
import latchkey.settings.Secret;
import latchkey.testing.MovableClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** A system that watches the trail gets every entry, in order, whatever breaks meanwhile. */
class StreamTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String SECRET = "the watcher's secret";

    @TempDir
    private Path folder;

    private final MovableClock clock = new MovableClock();
    private final List<String> bodies = new ArrayList<>();
    private final List<String> signatures = new ArrayList<>();
    private final Deque<Integer> answers = new ArrayDeque<>();
    private Entries trail;
    private HttpServer server;

    @BeforeEach
    void open() throws IOException {
        trail = Entries.in(folder);
        server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    @AfterEach
    void close() {
        server.stop(0);
        trail.close();
    }

    @Test
    void everyEntryArrivesOnceInItsOrderWhenNothingBreaks() {
        trail.write(1_203);
        stream().run();
        stream().run();
        trail.write(2);
        stream().run();

        assertThat(bodies).hasSize(4);
        assertThat(arrived())
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, 1_205).boxed().toList());
    }

    @Test
    void nothingPersonalIsHandedOn() {
        trail.write(3);
        stream().run();

        assertThat(String.join("", bodies))
                .contains("reset-password", "T-4711")
                .doesNotContain("sealed", "jan@example.com", "\"key\"");
    }

    @Test
    void theSignatureIsOverTimeAndBody() throws Exception {
        trail.write(1);
        stream().run();

        var seconds = clock.instant().getEpochSecond();
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        var expected = mac.doFinal((seconds + "." + bodies.getFirst()).getBytes(StandardCharsets.UTF_8));
        assertThat(signatures)
                .containsExactly("t=" + seconds + ",v1=" + HexFormat.of().formatHex(expected));
    }

    @Test
    void whatIsRefusedComesAgainLaterAndInOrder() {
        trail.write(5);
        answers.addAll(List.of(500, 302));
        stream().run();
        stream().run();
        assertThat(bodies).as("the next attempt is not due").hasSize(1);
        clock.move(Duration.ofSeconds(3));
        stream().run();
        clock.move(Duration.ofSeconds(5));
        stream().run();

        assertThat(bodies).hasSize(3);
        assertThat(arrived().subList(10, 15)).containsExactly(1L, 2L, 3L, 4L, 5L);
        clock.move(Duration.ofSeconds(30));
        stream().run();
        assertThat(bodies).as("taken at last").hasSize(3);
    }

    @Test
    void whoDiesBetweenDeliveringAndRememberingDeliversAgain() {
        trail.write(4);
        var rows = new StreamRows(trail.jdbc(), clock);
        var turn = rows.take("webhook", Duration.ofMinutes(2)).orElseThrow();
        stream().run();
        assertThat(bodies).as("the turn is somebody else's").isEmpty();
        clock.move(Duration.ofMinutes(2));
        stream().run();
        assertThat(arrived()).containsExactly(1L, 2L, 3L, 4L);

        rows.delivered(turn, 1);
        trail.write(1);
        stream().run();
        assertThat(arrived()).as("who lost the turn moves nothing back").containsExactly(1L, 2L, 3L, 4L, 5L);
    }

    @Test
    void aFileThatWasMovedAwayIsBegunAnew() throws IOException {
        var file = folder.resolve("siem/trail.jsonl");
        var stream = new Stream(new StreamRows(trail.jdbc(), clock), List.of(new LinesFile(file)));
        trail.write(3);
        stream.run();
        Files.move(file, folder.resolve("siem/trail.jsonl.1"));
        trail.write(2);
        stream.run();

        assertThat(Files.readAllLines(folder.resolve("siem/trail.jsonl.1"))).hasSize(3);
        assertThat(Files.readAllLines(file))
                .extracting(line -> JSON.readTree(line).path("sequence").asLong())
                .containsExactly(4L, 5L);
    }

    private Stream stream() {
        var url = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
        return new Stream(
                new StreamRows(trail.jdbc(), clock), List.of(new SignedWebhook(url, Secret.of(SECRET), clock)));
    }

    private List<Long> arrived() {
        return bodies.stream()
                .flatMap(String::lines)
                .map(line -> JSON.readTree(line).path("sequence").asLong())
                .toList();
    }

    private void answer(HttpExchange exchange) throws IOException {
        bodies.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        signatures.add(exchange.getRequestHeaders().getFirst("Latchkey-Signature"));
        var status = answers.isEmpty() ? 204 : answers.poll();
        exchange.sendResponseHeaders(status, -1);
        exchange.close();
    }
}
