package latchkey.audit;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes anchors to the file outside the database, each forced to the disk. Used by the appender's thread alone. */
final class Anchors {

    private static final Logger LOG = LoggerFactory.getLogger(Anchors.class);

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
            append(Anchor.of(head, clock.instant(), keys).line() + "\n");
            anchored = head;
            anchoredAt = clock.instant();
        } catch (IOException e) {
            LOG.error("The trail's head cannot be anchored in {}; make room or check its rights", file, e);
        }
    }

    private void append(String line) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        dropTornLine();
        try (var channel = FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND)) {
            var bytes = ByteBuffer.wrap(line.getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
    }

    /** A line without its end is what a crash in the middle of writing leaves; no anchor was given by it. */
    private void dropTornLine() throws IOException {
        if (Files.notExists(file)) {
            return;
        }
        try (var content = new RandomAccessFile(file.toFile(), "rw")) {
            var end = content.length();
            while (end > 0 && !endsLine(content, end)) {
                end--;
            }
            content.setLength(end);
        }
    }

    private static boolean endsLine(RandomAccessFile content, long end) throws IOException {
        content.seek(end - 1);
        return content.read() == '\n';
    }
}
