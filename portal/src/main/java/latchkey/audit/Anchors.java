package latchkey.audit;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes anchors to the file outside the database, each forced to the disk. Used by the appender's thread alone. */
final class Anchors {

    private static final Logger LOG = LoggerFactory.getLogger(Anchors.class);

    /** More than two lines: read at once, because byte by byte it would cost more than to sign. */
    private static final int LONGEST_LINES = 4096;

    private final Path file;

    private final Duration every;

    private final int entries;

    private final TrailKeys keys;

    private final Clock clock;

    private Link anchored = Link.BEGINNING;

    private Instant anchoredAt;

    Anchors(AuditSettings settings, TrailKeys keys, Clock clock) {
        this.file = settings.anchor();
        this.every = settings.anchorEvery();
        this.entries = settings.anchorEntries();
        this.keys = keys;
        this.clock = clock;
        this.anchoredAt = clock.instant();
    }

    /** Anchors the head when enough entries or enough time came since the last anchor. */
    void keepUpWith(Link head) {
        var due = head.count() - anchored.count() >= entries || !clock.instant().isBefore(anchoredAt.plus(every));
        if (head.count() > anchored.count() && due) {
            anchor(head);
        }
    }

    /** Anchors the head unless that is done. The trail goes on when it fails, and the next head is tried. */
    void anchor(Link head) {
        if (head.count() <= anchored.count()) {
            return;
        }
        try {
            append(head);
            anchored = head;
            anchoredAt = clock.instant();
        } catch (IOException e) {
            LOG.error("The trail's head cannot be anchored in {}; make room or check its rights", file, e);
        }
    }

    /** Nodes may share the file, and so does the command line: one at a time, and each goes on from the last line. */
    private void append(Link head) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        synchronized (Anchors.class) {
            // The lock ends with the file that it is on.
            try (var content = new RandomAccessFile(file.toFile(), "rw")) {
                content.getChannel().lock();
                var last = lastLine(content);
                if (last == null || last.count() < head.count()) {
                    var previous = Math.max(last == null ? 0 : last.count(), anchored.count());
                    write(
                            content,
                            Anchor.of(head, clock.instant(), previous, keys).line() + "\n");
                }
            }
        }
    }

    private static void write(RandomAccessFile content, String line) throws IOException {
        content.seek(content.length());
        content.write(line.getBytes(StandardCharsets.UTF_8));
        content.getChannel().force(true);
    }

    /** A line without its end is what a crash in the middle of writing leaves; no anchor was given by it. */
    private static @Nullable Anchor lastLine(RandomAccessFile content) throws IOException {
        var from = Math.max(0, content.length() - LONGEST_LINES);
        var end = new byte[(int) (content.length() - from)];
        content.seek(from);
        content.readFully(end);
        var text = new String(end, StandardCharsets.ISO_8859_1);
        var whole = text.lastIndexOf('\n') + 1;
        content.setLength(from + whole);
        return parsed(
                text.substring(text.lastIndexOf('\n', whole - 2) + 1, whole).strip());
    }

    /** What was done to the file is for verifying to say; here it must not stop the next anchor. */
    private static @Nullable Anchor parsed(String line) {
        try {
            return line.isEmpty() ? null : Anchor.parse(line);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
