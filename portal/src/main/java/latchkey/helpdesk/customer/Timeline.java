package latchkey.helpdesk.customer;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import latchkey.directory.CustomerId;
import latchkey.directory.Directories;
import latchkey.directory.DirectoryId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * A customer's past in human sentences, newest first.
 *
 * <p>An action's module says its sentence as {@code timeline.<action>.<ending>} or {@code timeline.<action>}, with the
 * actor as {@code {0}} and the changed attributes as {@code {2}}; endings are done, refused, failed, unknown and running.
 */
@Component
class Timeline {

    private final Past past;
    private final Directories directories;
    private final Wording wording;
    private final Moments moments;

    Timeline(Past past, Directories directories, Wording wording, Moments moments) {
        this.past = past;
        this.directories = directories;
        this.wording = wording;
        this.moments = moments;
    }

    List<TimelineEntry> of(CustomerId customer, int limit, Locale locale) {
        var labels = labels(customer.directory());
        return past.of(customer, limit).stream()
                .map(event -> entry(event, labels, locale))
                .toList();
    }

    List<Day> days(CustomerId customer, int limit, Locale locale) {
        var days = new LinkedHashMap<String, List<TimelineEntry>>();
        of(customer, limit, locale)
                .forEach(
                        entry -> days.computeIfAbsent(moments.day(entry.event().at(), locale), day -> new ArrayList<>())
                                .add(entry));
        return days.entrySet().stream()
                .map(day -> new Day(day.getKey(), day.getValue()))
                .toList();
    }

    private Map<String, String> labels(DirectoryId directory) {
        var labels = new HashMap<String, String>();
        directories
                .forAgents(directory)
                .ifPresent(known -> known.attributes()
                        .forEach(attribute -> labels.put(attribute.key().name(), attribute.label())));
        return labels;
    }

    private TimelineEntry entry(PastEvent event, Map<String, String> labels, Locale locale) {
        return new TimelineEntry(
                event,
                moments.time(event.at(), locale),
                wording.say(sentence(event, labels), locale),
                note(event, locale));
    }

    private static Sentence sentence(PastEvent event, Map<String, String> labels) {
        var changed = event.attributes().stream()
                .map(name -> labels.getOrDefault(name, name))
                .collect(joining(", "));
        var ending = event.ending().name().toLowerCase(Locale.ROOT);
        var own = "timeline." + event.action();
        return new Sentence(
                List.of(own + "." + ending, own, "timeline.other." + ending),
                List.of(event.actor(), event.action(), changed));
    }

    private @Nullable String note(PastEvent event, Locale locale) {
        if (event.code() == null) {
            var reason = event.reason();
            return reason == null ? null : wording.sayOr("cases.reason." + reason, reason, locale);
        }
        return wording.say(
                new Sentence(List.of("problem." + event.code() + ".title", "timeline.problem"), List.of()), locale);
    }

    /** The entries of one day. */
    record Day(String heading, List<TimelineEntry> entries) {}
}
