package sandbox;

import java.net.http.HttpResponse;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the sandbox answered. */
public record Answer(int status, String text, HttpResponse<String> response) {

    private static final JsonMapper JSON = new JsonMapper();

    public JsonNode json() {
        return JSON.readTree(text.isEmpty() ? "{}" : text);
    }

    public Optional<String> header(String name) {
        return response.headers().firstValue(name);
    }

    /** The code of a Graph error. */
    public String code() {
        return json().path("error").path("code").asString("");
    }

    /** The message of a Graph error. */
    public String message() {
        return json().path("error").path("message").asString("");
    }

    /** The items of a list. */
    public Stream<JsonNode> items() {
        return json().path("value").valueStream();
    }

    /** One property of each item of a list. */
    public java.util.List<String> all(String property) {
        return items().map(item -> item.path(property).asString("")).toList();
    }
}
