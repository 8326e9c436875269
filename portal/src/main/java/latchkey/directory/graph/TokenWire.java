package latchkey.directory.graph;

import com.microsoft.aad.msal4j.HttpRequest;
import com.microsoft.aad.msal4j.HttpResponse;
import com.microsoft.aad.msal4j.IHttpClient;
import com.microsoft.aad.msal4j.IHttpResponse;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import latchkey.directory.DirectoryFailure;
import latchkey.directory.DirectoryFailure.Misconfigured;
import latchkey.directory.DirectoryFailure.Throttled;
import latchkey.directory.DirectoryFailure.Unavailable;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** The token library's way to the network: the configured sign-in host and no other, refusals told apart at once. */
final class TokenWire implements IHttpClient {

    private static final Duration WHEN_UNSAID = Duration.ofSeconds(60);

    private final URI login;
    private final Wire wire;
    private final Clock clock;

    TokenWire(URI login, Wire wire, Clock clock) {
        this.login = login;
        this.wire = wire;
        this.clock = clock;
    }

    @Override
    public IHttpResponse send(HttpRequest request) {
        var answer = answer(request);
        if (!answer.isGood()) {
            throw failure(answer);
        }
        var response = new HttpResponse();
        response.statusCode(answer.status());
        response.body(new String(answer.body(), StandardCharsets.UTF_8));
        return response;
    }

    private Answer answer(HttpRequest request) {
        var method = HttpMethod.valueOf(request.httpMethod().name());
        var target = URI.create(login + request.url().getFile());
        var body = request.body() == null ? null : request.body().getBytes(StandardCharsets.UTF_8);
        try {
            return wire.send(method, target, headers -> request.headers().forEach(headers::set), body);
        } catch (IOException e) {
            throw new Unavailable("The sign-in service cannot be reached: " + e.getMessage(), null, null, e);
        }
    }

    // Told apart by the number, never by the text (facts §2); some answers are plain text.
    private DirectoryFailure failure(Answer answer) {
        var body = json(answer);
        var number = body.path("error_codes").path(0).asString("");
        var words = body.path("error_description").asString("HTTP " + answer.status());
        var code = number.isEmpty() ? body.path("error").asString("") : "AADSTS" + number;
        if (answer.status() == 429) {
            return new Throttled(wait(answer), words, code, null);
        }
        return answer.status() >= 500 || answer.status() < 400
                ? new Unavailable(words, code, null, null)
                : new Misconfigured(words, code, null);
    }

    private Duration wait(Answer answer) {
        @Nullable Duration asked = RetryAfter.read(answer.header("Retry-After"), clock);
        return asked == null ? WHEN_UNSAID : asked;
    }

    private static JsonNode json(Answer answer) {
        try {
            return Json.MAPPER.readTree(answer.body());
        } catch (JacksonException e) {
            return Json.MAPPER.missingNode();
        }
    }
}
