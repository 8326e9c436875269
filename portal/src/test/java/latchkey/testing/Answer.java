package latchkey.testing;

import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the portal answered. */
public record Answer(HttpResponse<byte[]> response) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    public int status() {
        return response.statusCode();
    }

    /** Where the answer came from, after redirects. */
    public URI uri() {
        return response.uri();
    }

    public Optional<String> header(String name) {
        return response.headers().firstValue(name);
    }

    public String body() {
        return new String(response.body(), StandardCharsets.UTF_8);
    }

    public JsonNode json() {
        return JSON.readTree(response.body());
    }

    /** The page. */
    public Document document() {
        return Jsoup.parse(body(), uri().toString());
    }

    /** The code of the problem told as JSON or by a page; empty when none is. */
    public String problem() {
        return header("Content-Type").orElse("").contains("json")
                ? json().path("code").asString("")
                : document().select("[data-problem]").attr("data-problem");
    }
}
