package sandbox.people;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** Which users changed, in order, each at the place of the latest change. */
public final class Changes {

    private final NavigableMap<Long, String> ids = new TreeMap<>();
    private final Map<String, Long> places = new HashMap<>();
    private long count;
    private long floor;

    /** A user and the number of the latest change; every number is greater than those before. */
    public record Changed(long number, String id) {}

    /** The number of the latest change of all. */
    public synchronized long latest() {
        return count;
    }

    /** Whether everything after this number is still known. */
    public synchronized boolean reachesBackTo(long number) {
        return number >= floor && number <= count;
    }

    /** Those who changed after this number, oldest change first. */
    public synchronized List<Changed> after(long number, int limit) {
        return ids.tailMap(number, false).entrySet().stream()
                .limit(limit)
                .map(entry -> new Changed(entry.getKey(), entry.getValue()))
                .toList();
    }

    synchronized void note(String id) {
        var before = places.put(id, ++count);
        if (before != null) {
            ids.remove(before);
        }
        ids.put(count, id);
    }

    /** Nobody can catch up from before this moment: the users were put back all at once. */
    synchronized void startOver() {
        ids.clear();
        places.clear();
        floor = ++count;
    }
}
