package sandbox.people;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** A user now and a while ago, so that reads may lag behind writes. */
final class Versions {

    private record Version(@Nullable User user, Instant since) {}

    private final Deque<Version> past = new ArrayDeque<>(0);
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
        past.addLast(newest);
        newest = new Version(user, now);
        while (past.size() > 1 && !secondOldest().since().isAfter(horizon)) {
            past.removeFirst();
        }
    }

    private Version secondOldest() {
        var each = past.iterator();
        each.next();
        return each.next();
    }
}
