package latchkey.directory.graph;

import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/** Small answers, read as trees. */
final class Trees {

    private Trees() {}

    static JsonNode tree(byte[] body) {
        return Json.MAPPER.readTree(body);
    }

    /** A list's page; a missing {@code value} is an unreadable answer. */
    static <T> Function<byte[], Page<T>> page(Function<JsonNode, T> item) {
        return body -> {
            var tree = tree(body);
            var items = tree.required("value").valueStream().map(item).toList();
            return new Page<>(items, tree.path("@odata.nextLink").stringValue(null));
        };
    }
}
