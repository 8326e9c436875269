package benchmarks.proofs.synccrash;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Decides from what the sandbox remembers whether the sync kept its word. It knows nothing of the engine: only which
 * column feeds which attribute, what was accepted, and what the directory shows.
 */
final class Judge {

    private static final Map<String, String> ATTRIBUTES =
            Map.of("lastname", "surname", "firstname", "givenName", "emailaddress1", "mail");

    private Judge() {}

    /**
     * What one contact's story comes to.
     *
     * @param stepsBack how often the directory showed an older version after a newer one, if only for a moment
     */
    record Finding(Optional<Violation> violation, int stepsBack) {}

    /** Writes to customers whose contacts nobody edited, in this round or an earlier one. */
    static List<Violation> strangers(Set<String> written, Set<String> edited) {
        return written.stream()
                .filter(customer -> !edited.contains(customer))
                .sorted()
                .map(customer -> new Violation(
                        Violation.Kind.STRANGER, customer, "was written to, though nobody edited their contact"))
                .toList();
    }

    static Finding finding(Story story) {
        var versions = versions(story);
        var shown = shown(story, attributes(story));
        var certain = Long.MIN_VALUE;
        var stepsBack = 0;
        for (var state : shown) {
            var matching = matching(versions, state);
            if (!matching.isEmpty()) {
                stepsBack += matching.last() < certain ? 1 : 0;
                certain = Math.max(certain, matching.first());
            }
        }
        return new Finding(violation(story, matching(versions, shown.getLast()), certain), stepsBack);
    }

    private static Optional<Violation> violation(Story story, NavigableSet<Long> last, long certain) {
        var accepted = story.accepted().stream().max(Long::compare);
        if (last.isEmpty()) {
            return accepted.isEmpty() && story.changes().isEmpty()
                    ? Optional.empty()
                    : broken(
                            story.changes().isEmpty() ? Violation.Kind.LOST : Violation.Kind.MIXED,
                            story,
                            "shows " + story.now() + ", which the contact never was");
        }
        if (last.last() < certain) {
            return broken(Violation.Kind.OLDER_LAST, story, "ends as %d after %d".formatted(last.last(), certain));
        }
        if (accepted.isPresent() && last.last() < accepted.get()) {
            return broken(
                    Violation.Kind.LOST, story, "ends as %d, accepted was %d".formatted(last.last(), accepted.get()));
        }
        return Optional.empty();
    }

    private static Optional<Violation> broken(Violation.Kind kind, Story story, String words) {
        return Optional.of(new Violation(kind, story.contact(), words));
    }

    /** Every version the contact has had, as the attributes it stands for; an attribute nobody edited is left out. */
    private static NavigableMap<Long, Map<String, String>> versions(Story story) {
        var versions = new TreeMap<Long, Map<String, String>>();
        var state = new HashMap<String, String>();
        for (var edit : story.edits().reversed()) {
            state.putAll(mapped(edit.before()));
        }
        for (var edit : story.edits()) {
            versions.putIfAbsent(edit.versionBefore(), Map.copyOf(state));
            state.putAll(mapped(edit.after()));
            versions.put(edit.version(), Map.copyOf(state));
        }
        return versions;
    }

    /** What the directory showed, from before the first change to now, of those attributes. */
    private static List<Map<String, String>> shown(Story story, Set<String> attributes) {
        var states = new ArrayList<Map<String, String>>();
        var state = only(attributes, story.now());
        states.add(Map.copyOf(state));
        for (var change : story.changes().reversed()) {
            state.putAll(only(attributes, change.before()));
            states.add(Map.copyOf(state));
        }
        return states.reversed();
    }

    private static NavigableSet<Long> matching(
            NavigableMap<Long, Map<String, String>> versions, Map<String, String> state) {
        var matching = new TreeSet<Long>();
        versions.forEach((version, wanted) -> {
            if (wanted.equals(state)) {
                matching.add(version);
            }
        });
        return matching;
    }

    private static Set<String> attributes(Story story) {
        var attributes = new TreeSet<String>();
        story.edits().forEach(edit -> attributes.addAll(mapped(edit.after()).keySet()));
        return attributes;
    }

    private static Map<String, String> mapped(Map<String, String> columns) {
        var attributes = new HashMap<String, String>();
        columns.forEach((column, value) -> {
            var attribute = ATTRIBUTES.get(column);
            if (attribute != null) {
                attributes.put(attribute, value);
            }
        });
        return attributes;
    }

    private static Map<String, String> only(Set<String> attributes, Map<String, String> values) {
        var some = new HashMap<>(values);
        some.keySet().retainAll(attributes);
        return some;
    }
}
