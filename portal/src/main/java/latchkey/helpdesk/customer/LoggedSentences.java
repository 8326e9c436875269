package latchkey.helpdesk.customer;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import latchkey.directory.DirectoryEvent;
import org.jspecify.annotations.Nullable;

/**
 * Says the directory's own events in plain words.
 *
 * <p>An activity's sentence is {@code activity.<name>.failed} or {@code activity.<name>}, its name in small letters with
 * dashes; who is {@code {0}}, the directory's own words {@code {1}}, the changed attributes {@code {2}}, the application
 * that was signed in to {@code {3}}. An activity without a sentence is shown as the directory names it.
 */
final class LoggedSentences {

    private LoggedSentences() {}

    static Sentence of(DirectoryEvent event, Map<String, String> labels) {
        var name = "activity." + name(event.activity());
        var changed = changed(event, labels);
        return new Sentence(
                Stream.of(ending(event, name), changed.isEmpty() ? null : name + ".changed", name, "activity.other")
                        .filter(Objects::nonNull)
                        .toList(),
                List.of(who(event), event.activity(), changed, application(event)));
    }

    private static @Nullable String ending(DirectoryEvent event, String name) {
        return event.result() == DirectoryEvent.Result.FAILURE ? name + ".failed" : null;
    }

    private static String name(String activity) {
        return activity.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
    }

    private static Sentence who(DirectoryEvent event) {
        var by = event.by();
        var name = by.name();
        var kind = "activity.by." + CustomerAnswer.code(by.kind());
        return name == null ? Sentence.of(kind) : Sentence.of(kind, name);
    }

    private static String changed(DirectoryEvent event, Map<String, String> labels) {
        return event.changed().stream()
                .map(property -> labels.getOrDefault(property.toLowerCase(Locale.ROOT), property))
                .collect(joining(", "));
    }

    private static Object application(DirectoryEvent event) {
        var name = event.by().name();
        var client = event.client();
        return name != null ? name : client != null ? client : Sentence.of("activity.an-application");
    }
}
