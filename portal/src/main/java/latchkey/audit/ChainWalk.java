package latchkey.audit;

import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Walks along the chain entry by entry, and names the first that is not as it was written. */
final class ChainWalk {

    private final TrailKeys keys;

    private final Map<Long, Anchor> anchors;

    private Link place = Link.BEGINNING;

    ChainWalk(TrailKeys keys, Map<Long, Anchor> anchors) {
        this.keys = keys;
        this.anchors = anchors;
    }

    long count() {
        return place.count();
    }

    /** Goes on to this entry; null when it is as it was written. */
    Verdict.@Nullable Broken step(StoredEntry entry) {
        var expected = place.count() + 1;
        if (entry.sequence() != expected) {
            return broken(expected, missing(expected, entry.sequence() - 1));
        }
        var body = parse(entry.body());
        if (body == null) {
            return broken(expected, "was edited: its body is not what an entry looks like");
        }
        if (body.sequence() != expected) {
            return broken(expected, "was moved: the entry written as number %d stands here".formatted(body.sequence()));
        }
        place = place.next(entry.body());
        return wrongIn(entry, body);
    }

    private Verdict.@Nullable Broken wrongIn(StoredEntry entry, Body body) {
        var number = place.count();
        if (!Arrays.equals(place.hash(), entry.hash())) {
            return broken(number, "was edited: its hash is not that of its body and the entry before it");
        }
        if (!Arrays.equals(place.mac(keys), entry.mac())) {
            return broken(number, "was rewritten: its hash fits, but was not made with the trail's key");
        }
        if (!repeatsItself(entry, body)) {
            return broken(number, "was edited: a column says something else than its body");
        }
        var anchor = anchors.get(number);
        return anchor == null || anchor.stands(place.hash())
                ? null
                : broken(
                        number,
                        "was rewritten, it or one before it: the anchor of %s vouches for another hash"
                                .formatted(anchor.at()));
    }

    private static boolean repeatsItself(StoredEntry entry, Body body) {
        try {
            return StoredEntry.Columns.of(body).equals(entry.columns());
        } catch (RuntimeException e) {
            return false;
        }
    }

    private static @Nullable Body parse(String text) {
        try {
            return Body.parse(text);
        } catch (RuntimeException e) {
            return null;
        }
    }

    private static String missing(long first, long last) {
        return first == last ? "was removed" : "was removed, and all up to number %d".formatted(last);
    }

    private static Verdict.Broken broken(long entry, String what) {
        return new Verdict.Broken(entry, what);
    }
}
