package latchkey.audit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PublicKey;
import java.util.NavigableMap;
import java.util.TreeMap;

/** The anchors of a file, each checked against the public key and the one before it. */
final class AnchorFile {

    private AnchorFile() {}

    /**
     * Reads all anchors by their count. A last line without its end is what a crash leaves and says nothing.
     *
     * @throws Tampered when a line is not an anchor, is not signed with the key, or one before it is gone
     */
    static NavigableMap<Long, Anchor> read(Path file, PublicKey key) throws IOException {
        return Files.notExists(file) ? new TreeMap<>() : of(Files.readString(file), key);
    }

    /** As {@link #read}, of what such a file holds. */
    static NavigableMap<Long, Anchor> of(String content, PublicKey key) {
        var anchors = new TreeMap<Long, Anchor>();
        var lines = content.split("\n", -1);
        for (int number = 1; number < lines.length; number++) {
            add(anchors, anchor(lines[number - 1], number, key), number);
        }
        return anchors;
    }

    private static void add(NavigableMap<Long, Anchor> anchors, Anchor anchor, int number) {
        var last = anchors.isEmpty() ? 0 : anchors.lastKey();
        if (anchor.count() <= last) {
            throw new Tampered("line %d of the anchors stands behind a later one".formatted(number));
        }
        if (anchor.previous() != last) {
            throw new Tampered("before line %d of the anchors, the one for %d entries was removed"
                    .formatted(number, anchor.previous()));
        }
        anchors.put(anchor.count(), anchor);
    }

    private static Anchor anchor(String line, int number, PublicKey key) {
        try {
            var anchor = Anchor.parse(line);
            if (anchor.isSignedBy(key)) {
                return anchor;
            }
        } catch (IllegalArgumentException e) {
            throw new Tampered("line %d of the anchors is not an anchor".formatted(number));
        }
        throw new Tampered("line %d of the anchors was edited, or signed with another key".formatted(number));
    }

    /** The anchors themselves were changed. */
    static final class Tampered extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Tampered(String message) {
            super(message);
        }
    }
}
