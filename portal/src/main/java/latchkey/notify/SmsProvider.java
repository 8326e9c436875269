package latchkey.notify;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The provider of text messages, by HTTP: one call for each message, no redirect followed, nothing of its answer kept. */
@Component
class SmsProvider {

    private static final int SUCCESS = 2;
    private static final int REFUSED = 4;

    private final HttpClient http;
    private final JsonMapper json;
    private final SmsSettings settings;

    SmsProvider(JsonMapper json, SmsSettings settings) {
        this.json = json;
        this.settings = settings;
        this.http = HttpClient.newBuilder()
                .connectTimeout(settings.timeout())
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    Answer deliver(Outbox.Taken message, Outbox.Addressed addressed) {
        var url = settings.url();
        if (url == null) {
            return new Answer.Away("latchkey.sms.url is not set");
        }
        try {
            return answer(http.send(request(url, message, addressed), BodyHandlers.discarding())
                    .statusCode());
        } catch (IOException e) {
            return new Answer.Away(e.getClass().getSimpleName());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Answer.Away("the portal is stopping");
        }
    }

    private HttpRequest request(URI url, Outbox.Taken message, Outbox.Addressed addressed) {
        var values = Map.of(
                "{to}", addressed.recipient(),
                "{from}", settings.from(),
                "{text}", addressed.letter().text().strip());
        var request = HttpRequest.newBuilder(url)
                .timeout(settings.timeout())
                .header("Idempotency-Key", message.id().toString());
        return switch (settings.form()) {
            case JSON ->
                request.header("Authorization", "Bearer " + secret())
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(json.writeValueAsString(filled(values))))
                        .build();
            case TWILIO ->
                request.header("Authorization", "Basic " + basic())
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(twilio(values)))
                        .build();
        };
    }

    private Map<String, String> filled(Map<String, String> values) {
        var filled = new TreeMap<String, String>();
        settings.fields().forEach((name, value) -> filled.put(name, values.getOrDefault(value, value)));
        return filled;
    }

    private static String twilio(Map<String, String> values) {
        return Map.of("To", "{to}", "From", "{from}", "Body", "{text}").entrySet().stream()
                .map(field -> field.getKey() + "="
                        + URLEncoder.encode(values.getOrDefault(field.getValue(), ""), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private String basic() {
        return Base64.getEncoder()
                .encodeToString((settings.username() + ":" + secret()).getBytes(StandardCharsets.UTF_8));
    }

    private String secret() {
        var secret = settings.secret();
        return secret == null ? "" : secret.reveal();
    }

    /** Whoever is not let in, or asks for patience, may be let in later; any other 4xx says no to this message. */
    private static Answer answer(int status) {
        var words = "the provider of text messages answered " + status;
        return switch (status) {
            case 401, 403, 408, 425, 429 -> new Answer.Away(words);
            default ->
                switch (status / 100) {
                    case SUCCESS -> new Answer.Taken();
                    case REFUSED -> new Answer.Refused(words);
                    default -> new Answer.Away(words);
                };
        };
    }
}
