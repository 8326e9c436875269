package latchkey.audit.stream;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import latchkey.settings.Secret;

/**
 * A webhook: {@code Latchkey-Signature: t=SECONDS,v1=HEX} with the HMAC-SHA-256 of the seconds, a dot and the body, so that an old
 * message cannot be sent again later, and {@code Latchkey-Entries: FIRST-LAST}, by which one that comes twice is known.
 */
final class SignedWebhook implements Receiver {

    private static final Duration CONNECT = Duration.ofSeconds(3);
    private static final Duration ANSWER = Duration.ofSeconds(20);

    private final HttpClient client = HttpClient.newBuilder()
            .connectTimeout(CONNECT)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private final URI url;
    private final Secret secret;
    private final Clock clock;

    SignedWebhook(URI url, Secret secret, Clock clock) {
        this.url = url;
        this.secret = secret;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "webhook";
    }

    @Override
    public void take(List<Line> lines) throws IOException {
        var body = lines.stream().map(line -> line.json() + "\n").collect(Collectors.joining());
        var request = HttpRequest.newBuilder(url)
                .timeout(ANSWER)
                .header("Content-Type", "application/x-ndjson")
                .header("Latchkey-Signature", signature(clock.instant().getEpochSecond(), body))
                .header(
                        "Latchkey-Entries",
                        lines.getFirst().sequence() + "-" + lines.getLast().sequence())
                .POST(BodyPublishers.ofString(body))
                .build();
        var status = send(request);
        if (status < 200 || status > 299) {
            throw new IOException("it answered " + status);
        }
    }

    private int send(HttpRequest request) throws IOException {
        try {
            return client.send(request, BodyHandlers.discarding()).statusCode();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("the wait for its answer was interrupted", e);
        }
    }

    private String signature(long seconds, String body) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.reveal().getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            var signed = mac.doFinal((seconds + "." + body).getBytes(StandardCharsets.UTF_8));
            return "t=" + seconds + ",v1=" + HexFormat.of().formatHex(signed);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java lacks an algorithm that every Java has", e);
        }
    }
}
