package latchkey.notify;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import latchkey.settings.Secret;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

/** What a provider of text messages is sent, and what its answers mean. */
class SmsProviderTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final UUID ID = UUID.randomUUID();
    private static final Outbox.Taken MESSAGE = new Outbox.Taken(ID, Outbox.Way.TEXT, Instant.EPOCH, 1, new byte[0]);
    private static final Outbox.Addressed TO_JAN =
            new Outbox.Addressed("+420601123456", new Letter("", "123456 is your code: {from} \"&=", ""));

    private record Call(String authorization, String key, String body) {}

    private final List<Call> calls = new CopyOnWriteArrayList<>();
    private volatile int status = 201;
    private HttpServer server;

    @BeforeEach
    void open() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::take);
        server.start();
    }

    @AfterEach
    void close() {
        server.stop(0);
    }

    @Test
    void theOwnFormIsJsonWithFieldsOfThatNameAndABearerSecret() {
        var fields = Map.of("recipient", "{to}", "body", "{text}", "channel", "sms");
        assertThat(deliver(SmsSettings.Form.JSON, fields)).isInstanceOf(Answer.Taken.class);
        var call = calls.getFirst();
        assertThat(call.authorization()).isEqualTo("Bearer hush");
        assertThat(call.key()).isEqualTo(ID.toString());
        assertThat(JSON.readValue(call.body(), Map.class))
                .isEqualTo(Map.of(
                        "recipient", "+420601123456",
                        "body", "123456 is your code: {from} \"&=",
                        "channel", "sms"));
    }

    @Test
    void twiliosFormHasItsFieldsAndTheAccount() {
        deliver(SmsSettings.Form.TWILIO, Map.of());
        var call = calls.getFirst();
        assertThat(call.authorization()).isEqualTo("Basic QUMxOmh1c2g=");
        assertThat(call.body().split("&"))
                .containsExactlyInAnyOrder(
                        "To=%2B420601123456", "From=Contoso", "Body=123456+is+your+code%3A+%7Bfrom%7D+%22%26%3D");
    }

    @ParameterizedTest
    @CsvSource({
        "200, Taken",
        "202, Taken",
        "400, Refused",
        "422, Refused",
        "404, Refused",
        "401, Away",
        "403, Away",
        "408, Away",
        "429, Away",
        "500, Away",
        "503, Away",
        "302, Away"
    })
    void anAnswerMeansTakenNeverOrLater(int answered, String meaning) {
        status = answered;
        assertThat(deliver(SmsSettings.Form.JSON, Map.of()).getClass().getSimpleName())
                .isEqualTo(meaning);
        assertThat(calls).hasSize(1);
    }

    @Test
    void aProviderThatIsAwayIsTriedAgainLater() {
        server.stop(0);
        assertThat(deliver(SmsSettings.Form.JSON, Map.of()))
                .isInstanceOfSatisfying(
                        Answer.Away.class, away -> assertThat(away.words()).doesNotContain("601123456"));
    }

    private Answer deliver(SmsSettings.Form form, Map<String, String> fields) {
        var settings = new SmsSettings(
                URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/messages"),
                form,
                "AC1",
                Secret.of("hush"),
                "Contoso",
                fields,
                Duration.ofSeconds(5),
                Duration.ofMinutes(10));
        return new SmsProvider(JSON, settings).deliver(MESSAGE, TO_JAN);
    }

    private void take(HttpExchange exchange) throws IOException {
        calls.add(new Call(
                exchange.getRequestHeaders().getFirst("Authorization"),
                exchange.getRequestHeaders().getFirst("Idempotency-Key"),
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
        if (status == 302) {
            exchange.getResponseHeaders().set("Location", "/elsewhere");
        }
        exchange.sendResponseHeaders(status, -1);
        exchange.close();
    }
}
