package sandbox.people;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** A user now and a while ago, so that reads may lag behind writes. */
final class Versions {

    private record Version(@Nullable User user, Instant since) {}

    // Nobody has one before the first change.
    private @Nullable Deque<Version> past;
    private volatile Version newest;

    Versions(User user, Instant since) {
        newest = new Version(user, since);
    }

    /** Null when deleted. */
    @Nullable
    User newest() {
        return newest.user();
    }

    /** Null when not there yet, or already deleted, at that time. */
    synchronized @Nullable User asOf(Instant time) {
        if (!newest.since().isAfter(time)) {
            return newest.user();
        }
        if (past == null) {
            return null;
        }
        var each = past.descendingIterator();
        while (each.hasNext()) {
            var version = each.next();
            if (!version.since().isAfter(time)) {
                return version.user();
            }
        }
        return null;
    }

    /** Makes the user (null: no user) the newest and forgets what no read can ask for any more. */
    synchronized void add(@Nullable User user, Instant now, Instant horizon) {
        var older = past == null ? new ArrayDeque<Version>(2) : past;
        past = older;
        older.addLast(newest);
        newest = new Version(user, now);
        while (older.size() > 1 && !second(older).since().isAfter(horizon)) {
            older.removeFirst();
        }
    }

    private static Version second(Deque<Version> versions) {
        var each = versions.iterator();
        each.next();
        return each.next();
    }
}
