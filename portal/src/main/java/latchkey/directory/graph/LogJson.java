package latchkey.directory.graph;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import latchkey.directory.DirectoryEvent.Result;
import latchkey.directory.activity.LogPage;
import latchkey.directory.activity.LoggedEvent;
import latchkey.directory.activity.LoggedEvent.Initiator;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * Reads entries of the directory's log (facts §7.1, §7.2), leaving values of properties, IP addresses and names of
 * persons behind. An entry that makes no sense is left out, because it would stop the log for ever otherwise.
 */
final class LogJson {

    private static final Pattern CODE = Pattern.compile("AADB2C\\d{5}");
    private static final String LIST_OF_NAMES = "Included Updated Properties";
    private static final String OF_THE_TARGET = "TargetId.";

    private LogJson() {}

    static LogPage page(byte[] body) {
        var tree = Trees.tree(body);
        var events = new ArrayList<LoggedEvent>();
        Instant latest = null;
        var unreadable = 0;
        for (var entry : tree.required("value").values()) {
            try {
                var at = moment(entry.required("activityDateTime").asString());
                latest = latest == null || at.isAfter(latest) ? at : latest;
                var user = user(entry);
                if (user != null) {
                    events.add(event(entry, at, user));
                }
            } catch (JacksonException | DateTimeException | IllegalArgumentException e) {
                unreadable++;
            }
        }
        return new LogPage(
                events, latest, unreadable, tree.path("@odata.nextLink").stringValue(null));
    }

    // The database keeps millionths of a second and rounds what is finer in more than one way.
    private static Instant moment(String text) {
        return Instant.parse(text).truncatedTo(ChronoUnit.MICROS);
    }

    private static LoggedEvent event(JsonNode entry, Instant at, JsonNode user) {
        return new LoggedEvent(
                clean(entry.required("id").asString()),
                UUID.fromString(user.required("id").asString()),
                at,
                clean(entry.required("activityDisplayName").asString()),
                clean(entry.path("loggedByService").asString("")),
                result(entry.path("result").asString("")),
                text(entry, "correlationId"),
                initiator(entry.path("initiatedBy")),
                code(entry),
                detail(entry, "PolicyId"),
                detail(entry, "ApplicationId"),
                changed(user));
    }

    private static @Nullable JsonNode user(JsonNode entry) {
        return entry.path("targetResources")
                .valueStream()
                .filter(target -> "User".equalsIgnoreCase(target.path("type").asString("")))
                .findFirst()
                .orElse(null);
    }

    private static Initiator initiator(JsonNode by) {
        var app = by.path("app");
        return new Initiator(
                text(app, "appId"),
                text(app, "servicePrincipalId"),
                text(app, "displayName"),
                text(by.path("user"), "id"));
    }

    private static Result result(String word) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "success" -> Result.SUCCESS;
            case "failure" -> Result.FAILURE;
            default -> Result.UNKNOWN;
        };
    }

    private static List<String> changed(JsonNode user) {
        return user.path("modifiedProperties")
                .valueStream()
                .map(property -> clean(property.path("displayName").asString("")))
                .filter(name -> !name.isEmpty() && !name.equals(LIST_OF_NAMES) && !name.startsWith(OF_THE_TARGET))
                .distinct()
                .toList();
    }

    // The words around the code may name what the customer typed.
    private static @Nullable String code(JsonNode entry) {
        var found = CODE.matcher(entry.path("resultReason").asString(""));
        return found.find() ? found.group() : null;
    }

    private static @Nullable String detail(JsonNode entry, String key) {
        return entry.path("additionalDetails")
                .valueStream()
                .filter(detail -> key.equals(detail.path("key").asString("")))
                .map(detail -> text(detail, "value"))
                .findFirst()
                .orElse(null);
    }

    private static @Nullable String text(JsonNode node, String name) {
        var text = node.path(name).stringValue(null);
        return text == null || text.isBlank() ? null : clean(text);
    }

    // The database takes no NUL in a text.
    private static String clean(String text) {
        return text.replace("\0", "");
    }
}
