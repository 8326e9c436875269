package latchkey.audit;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A trail in memory that can be changed at will and be judged: as the database holds it, or as an export does. */
final class CopyOfTrail {

    private static final AuditSettings SETTINGS = new AuditSettings(
            Path.of("keys"),
            Path.of("anchors"),
            Duration.ofSeconds(60),
            100,
            Duration.ofMinutes(5),
            AuditSettings.Retention.FOR_EVER);

    /** A line of the anchors' file, and where it stands among the entries. */
    record AnchorLine(long place, String line) {}

    final List<StoredEntry> entries = new ArrayList<>();

    final List<AnchorLine> anchors = new ArrayList<>();

    private final Link start;

    /** How many anchors there were when it was closed. */
    private @Nullable Closing closing;

    CopyOfTrail(Link start) {
        this.start = start;
    }

    void add(StoredEntry entry) {
        entries.add(entry);
    }

    void add(Anchor anchor) {
        anchors.add(new AnchorLine(anchor.count(), anchor.line()));
    }

    int length() {
        return entries.size();
    }

    long lastAnchored() {
        return anchors.isEmpty() ? 0 : anchors.getLast().place();
    }

    /** The last anchored place before this one. */
    long anchoredBefore(long place) {
        return anchors.stream()
                .mapToLong(AnchorLine::place)
                .filter(anchored -> anchored < place)
                .max()
                .orElse(0);
    }

    /** The first anchored place from this one on, or the end. */
    long anchoredFrom(long place) {
        return anchors.stream()
                .mapToLong(AnchorLine::place)
                .filter(anchored -> anchored >= place)
                .min()
                .orElse(length());
    }

    /** Another one to change; an export of it would have been signed before. */
    CopyOfTrail copy() {
        var copy = new CopyOfTrail(start);
        copy.entries.addAll(entries);
        copy.anchors.addAll(anchors);
        copy.closing = closed();
        return copy;
    }

    CopyOfTrail stretch(int first, int last) {
        var before = first == 1
                ? Link.BEGINNING
                : new Link(first - 1, entries.get(first - 2).hash());
        var stretch = new CopyOfTrail(before);
        stretch.entries.addAll(entries.subList(first - 1, last));
        anchors.stream()
                .filter(anchor -> anchor.place() >= first - 1 && anchor.place() <= last)
                .forEach(stretch.anchors::add);
        return stretch;
    }

    void dropTheEnd() {
        closing = null;
    }

    /** What who holds database and keys says. */
    Verdict judgedInTheDatabase() {
        try {
            var file = anchors.stream().map(anchor -> anchor.line() + "\n").collect(Collectors.joining());
            var read = AnchorFile.of(file, Histories.KEYS.anchor().getPublic());
            var rows = entries.iterator();
            return new TrailCheck(SETTINGS, Histories.KEYS).of(() -> rows.hasNext() ? rows.next() : null, read);
        } catch (AnchorFile.Tampered e) {
            return new Verdict.Broken(null, String.valueOf(e.getMessage()));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What who holds an export and the public key says. */
    Verdict judgedAsExport() {
        try {
            return ExportCheck.of(
                    new StringReader(exported()), Histories.KEYS.anchor().getPublic());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String exported() {
        var lines = new ArrayList<String>();
        lines.add(ExportLine.header(start.count() + 1, start.hash()));
        var waiting = new TreeMap<Long, List<String>>();
        anchors.forEach(anchor -> waiting.computeIfAbsent(anchor.place(), any -> new ArrayList<>())
                .add("{\"anchor\":" + anchor.line() + "}"));
        lines.addAll(waiting.getOrDefault(start.count(), List.of()));
        var place = start.count();
        for (var entry : entries) {
            place++;
            lines.add(ExportLine.entry(entry.hash(), entry.body()));
            lines.addAll(waiting.getOrDefault(place, List.of()));
        }
        if (closing != null) {
            lines.add(ExportLine.closing(closing));
        }
        return String.join("\n", lines) + "\n";
    }

    /** The end that the portal signs for it as it stands. */
    CopyOfTrail close() {
        closing = closed();
        return this;
    }

    private Closing closed() {
        var last = entries.isEmpty()
                ? start
                : new Link(start.count() + entries.size(), entries.getLast().hash());
        return Closing.of(
                start.count() + 1,
                start.hash(),
                last,
                anchors.size(),
                Instant.parse("2026-11-23T00:00:00Z"),
                Histories.KEYS);
    }
}
