package latchkey.helpdesk.customer;

import static java.util.stream.Collectors.joining;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import latchkey.directory.ActivityLog;
import latchkey.directory.CustomerId;
import latchkey.directory.Directories;
import latchkey.directory.DirectoryEvent;
import latchkey.directory.DirectoryId;
import latchkey.helpdesk.customer.LogJoin.Other;
import latchkey.helpdesk.customer.PastEvent.Ending;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * A customer's past in human sentences, newest first: our own trail and the directory's log, what stands in both told
 * once. It costs no call to the directory.
 *
 * <p>An action's module says its sentence as {@code timeline.<action>.<ending>} or {@code timeline.<action>}, with the
 * actor as {@code {0}} and the changed attributes as {@code {2}}; endings are done, refused, failed, unknown and running.
 */
@Component
class Timeline {

    // One change of ours leaves up to four events behind.
    private static final int EVENTS_PER_ENTRY = 4;

    // As many entries more than are shown, so that the oldest event shown finds its entry.
    private static final int BEYOND = 20;
    private static final int LONGEST = 200;
    private static final Duration REACH_OF_AN_ENTRY = Duration.ofMinutes(5);

    private final Past past;
    private final ActivityLog activity;
    private final Directories directories;
    private final Wording wording;
    private final Moments moments;

    Timeline(Past past, ActivityLog activity, Directories directories, Wording wording, Moments moments) {
        this.past = past;
        this.activity = activity;
        this.directories = directories;
        this.wording = wording;
        this.moments = moments;
    }

    List<TimelineEntry> of(CustomerId customer, int limit, Locale locale) {
        var most = Math.min(limit + BEYOND, LONGEST);
        var ours = past.of(customer, most);
        var events = judgeable(activity.of(customer, limit * EVENTS_PER_ENTRY), ours, most);
        var joined = LogJoin.join(ours, events);
        var labels = labels(customer.directory());
        var own = ours.stream().map(event -> entry(event, joined.joined().get(event.id()), labels, locale));
        var others = Companions.leftOut(joined.others()).stream().map(other -> entry(other, labels, locale));
        return Stream.concat(own, others)
                .sorted(Comparator.comparing(TimelineEntry::at).reversed())
                .limit(limit)
                .toList();
    }

    List<Day> days(CustomerId customer, int limit, Locale locale) {
        var days = new LinkedHashMap<String, List<TimelineEntry>>();
        of(customer, limit, locale)
                .forEach(entry -> days.computeIfAbsent(moments.day(entry.at(), locale), day -> new ArrayList<>())
                        .add(entry));
        return days.entrySet().stream()
                .map(day -> new Day(day.getKey(), day.getValue()))
                .toList();
    }

    // Older events might belong to entries that were not read: they would look like somebody else's.
    private static List<DirectoryEvent> judgeable(List<DirectoryEvent> events, List<PastEvent> ours, int most) {
        if (ours.size() < most) {
            return events;
        }
        var from = ours.getLast().at().plus(REACH_OF_AN_ENTRY);
        return events.stream().filter(event -> event.at().isAfter(from)).toList();
    }

    private Map<String, String> labels(DirectoryId directory) {
        var labels = new HashMap<String, String>();
        directories
                .forAgents(directory)
                .ifPresent(known -> known.attributes()
                        .forEach(attribute ->
                                labels.put(attribute.key().name().toLowerCase(Locale.ROOT), attribute.label())));
        return labels;
    }

    private TimelineEntry entry(
            PastEvent event, @Nullable List<DirectoryEvent> logged, Map<String, String> labels, Locale locale) {
        return new TimelineEntry(
                event.id().toString(),
                event.at(),
                Origin.LATCHKEY,
                event.actor(),
                event.action(),
                event.ending(),
                event,
                logged == null ? null : moments.time(logged.getLast().at(), locale),
                moments.time(event.at(), locale),
                wording.say(sentence(event, labels), locale),
                note(event, locale));
    }

    private TimelineEntry entry(Other other, Map<String, String> labels, Locale locale) {
        var event = other.event();
        return new TimelineEntry(
                event.id(),
                event.at(),
                other.origin(),
                event.by().name(),
                event.activity(),
                ending(event),
                null,
                moments.time(event.at(), locale),
                moments.time(event.at(), locale),
                wording.say(LoggedSentences.of(event, labels), locale),
                note(event, locale));
    }

    private @Nullable String note(DirectoryEvent event, Locale locale) {
        var code = event.code();
        var words = code == null ? null : wording.sayOr("activity.code." + code, code, locale);
        var note = Stream.of(words, code, event.policy())
                .filter(Objects::nonNull)
                .distinct()
                .collect(joining(" · "));
        return note.isEmpty() ? null : note;
    }

    private static Ending ending(DirectoryEvent event) {
        return switch (event.result()) {
            case SUCCESS -> Ending.DONE;
            case FAILURE -> Ending.FAILED;
            case UNKNOWN -> Ending.UNKNOWN;
        };
    }

    private static Sentence sentence(PastEvent event, Map<String, String> labels) {
        var changed = event.attributes().stream()
                .map(name -> labels.getOrDefault(name.toLowerCase(Locale.ROOT), name))
                .collect(joining(", "));
        var ending = event.ending().name().toLowerCase(Locale.ROOT);
        var own = "timeline." + event.action();
        return new Sentence(
                List.of(own + "." + ending, own, "timeline.other." + ending),
                List.of(actor(event), event.action(), changed));
    }

    /** Customers who act on their own pages have no name in the trail. */
    private static Object actor(PastEvent event) {
        return event.actor().isEmpty() ? Sentence.of("timeline.customer") : event.actor();
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
