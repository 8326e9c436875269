package sandbox.graph;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import sandbox.text.Surrogates;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Several requests in one (facts §9). */
@Component
final class Batch {

    private static final int MOST = 20;
    private static final int BAD = 400;
    private static final Pattern ABSOLUTE = Pattern.compile("^[A-Za-z][A-Za-z0-9+.-]*:");
    private static final Set<String> METHODS = Set.of("GET", "POST", "PATCH", "PUT", "DELETE");

    private final Calls calls;
    private final ItemFaults faults;
    private final JsonMapper json;

    Batch(Calls calls, ItemFaults faults, JsonMapper json) {
        this.calls = calls;
        this.faults = faults;
        this.json = json;
    }

    /**
     * Whether the request is one.
     *
     * @throws GraphError when an escape in its path is wrong
     */
    boolean is(Asked asked) {
        return GraphPath.parts(asked.path()).equals(List.of("$batch"));
    }

    /**
     * The answers of all items, in no order that means anything.
     *
     * @throws GraphError when the batch as a whole is none
     */
    GraphReply answer(Asked asked, BearerCheck.Known known) {
        if (!asked.method().equals("POST")) {
            throw new GraphError(
                    405,
                    "Request_BadRequest",
                    "Specified HTTP method is not allowed for the request target.",
                    List.of());
        }
        var items = items(asked);
        demandKnownPattern(items);
        var statuses = new HashMap<String, Integer>();
        var responses = new ArrayList<Map<String, Object>>();
        for (var item : inOrder(items)) {
            var reply = item.dependsOn().stream().anyMatch(other -> statuses.getOrDefault(other, BAD) >= BAD)
                    ? calls.refused(failedDependency(item), item.asked())
                    : faults.answer(item.asked(), () -> calls.answer(item.asked(), known));
            statuses.put(item.key(), reply.status());
            responses.add(response(item, reply));
        }
        Collections.shuffle(responses, new Random(asked.requestId().hashCode()));
        return GraphReply.ok(Map.of("responses", responses));
    }

    /** An item; keys of others are compared without regard to case. */
    private record Item(String id, Asked asked, List<String> dependsOn) {

        String key() {
            return id.toLowerCase(Locale.ROOT);
        }
    }

    private List<Item> items(Asked outer) {
        var requests = parsed(outer).path("requests");
        if (!requests.isArray() || requests.isEmpty()) {
            throw GraphError.malformed("Invalid batch payload format.");
        }
        if (requests.size() > MOST) {
            throw GraphError.malformed("Number of batch request steps exceeds the maximum value of " + MOST + ".");
        }
        var items = new ArrayList<Item>();
        var ids = new HashSet<String>();
        for (var request : requests) {
            var item = item(request, outer);
            if (!ids.add(item.key())) {
                throw GraphError.malformed("Request Id : " + item.id() + " has to be unique in a batch.");
            }
            items.add(item);
        }
        return items;
    }

    private JsonNode parsed(Asked outer) {
        try {
            var whole = json.readTree(outer.body());
            if (Surrogates.halfIn(whole)) {
                throw GraphError.malformed("Invalid batch payload format.");
            }
            return whole;
        } catch (JacksonException noJson) {
            throw GraphError.malformed("Invalid batch payload format.");
        }
    }

    private Item item(JsonNode request, Asked outer) {
        var id = request.path("id").asString("");
        var method = request.path("method").asString("").toUpperCase(Locale.ROOT);
        var url = request.path("url").asString("");
        if (id.isEmpty()
                || !METHODS.contains(method)
                || url.isEmpty()
                || ABSOLUTE.matcher(url).find()) {
            throw GraphError.malformed("Invalid batch payload format.");
        }
        var headers = headers(request);
        var body = request.path("body");
        if (!body.isMissingNode() && !headers.containsKey("content-type")) {
            throw GraphError.malformed("Write request id : " + id + " does not contain Content-Type header or body.");
        }
        var relative = url.startsWith("/") ? url : "/" + url;
        var mark = relative.indexOf('?');
        return new Item(
                id,
                new Asked(
                        method,
                        mark < 0 ? relative : relative.substring(0, mark),
                        mark < 0 ? null : relative.substring(mark + 1),
                        body.isMissingNode() ? "" : json.writeValueAsString(body),
                        outer.root(),
                        outer.requestId(),
                        name -> name == null ? null : headers.get(name.toLowerCase(Locale.ROOT))),
                dependsOn(request));
    }

    private static Map<String, String> headers(JsonNode request) {
        var headers = new HashMap<String, String>();
        request.path("headers")
                .properties()
                .forEach(header -> headers.put(
                        header.getKey().toLowerCase(Locale.ROOT),
                        header.getValue().asString("")));
        return headers;
    }

    private static List<String> dependsOn(JsonNode request) {
        var others = new ArrayList<String>();
        request.path("dependsOn").forEach(other -> others.add(other.asString("").toLowerCase(Locale.ROOT)));
        return others;
    }

    /** None depends on another, each on the one before it, or all that depend do so on the same one. */
    private static void demandKnownPattern(List<Item> items) {
        var dependent =
                items.stream().filter(item -> !item.dependsOn().isEmpty()).toList();
        if (dependent.isEmpty()) {
            return;
        }
        var targets = new HashSet<>(dependent.stream().map(Item::dependsOn).toList());
        var keys = items.stream().map(Item::key).toList();
        var same = targets.size() == 1
                && dependent.getFirst().dependsOn().size() == 1
                && keys.contains(dependent.getFirst().dependsOn().getFirst())
                && dependent.stream().noneMatch(item -> item.dependsOn().contains(item.key()));
        if (!same && !isChain(items)) {
            throw GraphError.malformed("Invalid batch payload format: the dependsOn properties are not supported.");
        }
    }

    private static boolean isChain(List<Item> items) {
        for (var i = 1; i < items.size(); i++) {
            if (!items.get(i).dependsOn().equals(List.of(items.get(i - 1).key()))) {
                return false;
            }
        }
        return items.getFirst().dependsOn().isEmpty();
    }

    /** Those without a dependency first, else as they were written. */
    private static List<Item> inOrder(List<Item> items) {
        return isChain(items)
                ? items
                : items.stream()
                        .sorted(Comparator.comparing(item -> !item.dependsOn().isEmpty()))
                        .toList();
    }

    private static GraphError failedDependency(Item item) {
        return new GraphError(
                424,
                "FailedDependency",
                "The request could not be processed because it depends on a failed request: "
                        + String.join(", ", item.dependsOn()) + ".",
                List.of());
    }

    private static Map<String, Object> response(Item item, GraphReply reply) {
        var headers = new LinkedHashMap<String, String>();
        headers.put("Cache-Control", "no-cache");
        headers.put("OData-Version", "4.0");
        headers.putAll(reply.headers());
        var response = new LinkedHashMap<String, Object>();
        response.put("id", item.id());
        response.put("status", reply.status());
        response.put("headers", headers);
        if (reply.body() != null) {
            headers.put("Content-Type", reply.contentType());
            response.put("body", reply.body());
        }
        return response;
    }
}
