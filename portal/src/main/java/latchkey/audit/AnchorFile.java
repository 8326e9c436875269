package latchkey.audit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PublicKey;
import java.util.NavigableMap;
import java.util.TreeMap;

/** The anchors of a file, each checked against the public key. */
final class AnchorFile {

    private AnchorFile() {}

    /**
     * Reads all anchors by their count. A last line without its end is what a crash leaves and says nothing.
     *
     * @throws Tampered when a line is not an anchor, is not signed with the key, or two anchors contradict each other
     */
    static NavigableMap<Long, Anchor> read(Path file, PublicKey key) throws IOException {
        var anchors = new TreeMap<Long, Anchor>();
        if (Files.notExists(file)) {
            return anchors;
        }
        var lines = Files.readString(file).split("\n", -1);
        for (int number = 1; number < lines.length; number++) {
            add(anchors, anchor(lines[number - 1], number, key), number);
        }
        return anchors;
    }

    private static void add(NavigableMap<Long, Anchor> anchors, Anchor anchor, int number) {
        var other = anchors.putIfAbsent(anchor.count(), anchor);
        if (other != null && !anchor.stands(other.hash())) {
            throw new Tampered("line %d of the anchors contradicts another one for the same count".formatted(number));
        }
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
