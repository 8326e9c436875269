package latchkey.helpdesk.approval;

import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What a second person decides on: the values before and after, and how the caller proved who they are.
 *
 * @param before personal values that are there now, by name
 * @param after personal values that will be there, by name; one that is missing here is cleared
 * @param proof null when the caller has proven nothing
 */
public record Evidence(
        SortedMap<String, String> before,
        SortedMap<String, String> after,
        @Nullable Proof proof) {

    public Evidence {
        before = new TreeMap<>(before);
        after = new TreeMap<>(after);
    }

    /** What changes, line by line. */
    public List<Change> changes() {
        var names = new TreeSet<>(before.keySet());
        names.addAll(after.keySet());
        return names.stream()
                .map(name -> new Change(name, before.get(name), after.get(name)))
                .toList();
    }

    /**
     * How the caller proved who they are.
     *
     * @param methods the methods' names
     * @param until until when the proof counts
     */
    public record Proof(List<String> methods, Instant until) {

        public Proof {
            methods = List.copyOf(methods);
        }
    }

    /**
     * One value.
     *
     * @param before null when nothing is there now
     * @param after null when it is cleared
     */
    public record Change(
            String name, @Nullable String before, @Nullable String after) {}
}
