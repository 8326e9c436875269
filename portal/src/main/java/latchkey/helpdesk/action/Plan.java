package latchkey.helpdesk.action;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What exactly an action would do.
 *
 * @param before personal values that are there now, by name; to be put back by an undo
 * @param after personal values that will be there, by name; one that is missing here is cleared
 * @param facts values for the trail that are not personal
 * @param expected what the directory will show once it has caught up
 * @param why the reason of this one action, where it has another than its case
 */
public record Plan(
        SortedMap<String, String> before,
        SortedMap<String, String> after,
        Map<String, String> facts,
        List<Expected> expected,
        @Nullable String why) {

    public Plan {
        before = new TreeMap<>(before);
        after = new TreeMap<>(after);
        facts = Map.copyOf(facts);
        expected = List.copyOf(expected);
    }

    /** A plan that leaves no value behind to compare or to put back. */
    public static Plan of(Map<String, String> facts) {
        return new Plan(new TreeMap<>(), new TreeMap<>(), facts, List.of(), null);
    }

    /** A plan that changes one thing. */
    public static Plan of(String what, String before, String after, Expected expected, @Nullable String why) {
        return new Plan(
                new TreeMap<>(Map.of(what, before)),
                new TreeMap<>(Map.of(what, after)),
                Map.of(),
                List.of(expected),
                why);
    }
}
