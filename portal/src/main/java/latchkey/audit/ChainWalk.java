package latchkey.audit;

import java.time.Instant;
import java.util.Arrays;
import java.util.NavigableMap;
import org.jspecify.annotations.Nullable;

/** Walks along the chain entry by entry, and names the first that is not as it was written. */
final class ChainWalk {

    private final @Nullable TrailKeys keys;

    private final NavigableMap<Long, Anchor> anchors;

    private Link place;

    private ChainWalk(Link start, @Nullable TrailKeys keys, NavigableMap<Long, Anchor> anchors) {
        this.place = start;
        this.keys = keys;
        this.anchors = anchors;
    }

    /** From that place on, with all that can be known about entries in the database. */
    static ChainWalk from(Link start, TrailKeys keys, NavigableMap<Long, Anchor> anchors) {
        return new ChainWalk(start, keys, anchors);
    }

    /** From that place on, without any secret; the anchors may still grow. */
    static ChainWalk withoutSecrets(Link start, NavigableMap<Long, Anchor> anchors) {
        return new ChainWalk(start, null, anchors);
    }

    Link place() {
        return place;
    }

    long count() {
        return place.count();
    }

    /** Goes on to this entry; null when it is as it was written. */
    Verdict.@Nullable Broken step(StoredEntry entry) {
        return step(entry, parse(entry.body()));
    }

    /** As the other, where the body was read before; null when it is unreadable. */
    Verdict.@Nullable Broken step(StoredEntry entry, @Nullable Body body) {
        var expected = place.count() + 1;
        if (entry.sequence() > expected) {
            return broken(expected, missing(expected, entry.sequence() - 1));
        }
        if (body == null) {
            return broken(expected, "was edited: its body is not what an entry looks like");
        }
        if (body.sequence() != expected || entry.sequence() != expected) {
            return broken(expected, "was moved: the entry written as number %d stands here".formatted(body.sequence()));
        }
        place = place.next(entry.body());
        return wrongIn(entry, body);
    }

    /** What the anchor says about the place reached; null when it stands for the same. */
    Verdict.@Nullable Broken compare(@Nullable Anchor anchor) {
        return anchor == null || anchor.stands(place.hash())
                ? null
                : broken(
                        place.count(),
                        "was rewritten, it or one before it: the anchor of %s vouches for another hash"
                                .formatted(anchor.at()));
    }

    /** When an entry was written, as it says itself. */
    static @Nullable Instant momentOf(StoredEntry entry) {
        var body = parse(entry.body());
        return body == null ? null : body.at();
    }

    static @Nullable Body parse(String text) {
        try {
            return Body.parse(text);
        } catch (RuntimeException e) {
            return null;
        }
    }

    private Verdict.@Nullable Broken wrongIn(StoredEntry entry, Body body) {
        var number = place.count();
        if (!Arrays.equals(place.hash(), entry.hash())) {
            return broken(number, "was edited: its hash is not that of its body and the entry before it");
        }
        if (keys != null && entry.beside() != null) {
            if (!Arrays.equals(place.mac(keys), entry.beside().mac())) {
                return broken(number, "was rewritten: its hash fits, but was not made with the trail's key");
            }
            if (!repeatsItself(entry.beside().columns(), body)) {
                return broken(number, "was edited: a column says something else than its body");
            }
        }
        return compare(anchors.get(number));
    }

    private static boolean repeatsItself(StoredEntry.Columns columns, Body body) {
        try {
            return StoredEntry.Columns.of(body).equals(columns);
        } catch (RuntimeException e) {
            return false;
        }
    }

    private static String missing(long first, long last) {
        return first == last ? "was removed" : "was removed, and all up to number %d".formatted(last);
    }

    private static Verdict.Broken broken(long entry, String what) {
        return new Verdict.Broken(entry, what);
    }
}
