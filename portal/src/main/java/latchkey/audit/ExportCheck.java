package latchkey.audit;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PublicKey;
import java.util.TreeMap;
import latchkey.settings.CannotStart;
import latchkey.settings.ExitCode;
import org.jspecify.annotations.Nullable;

/** Checks an export with the public key alone: no database, no secret, no portal. */
public final class ExportCheck {

    private final PublicKey key;

    private final TreeMap<Long, Anchor> anchors = new TreeMap<>();

    private Link start = Link.BEGINNING;

    private ChainWalk walk = ChainWalk.withoutSecrets(start, new TreeMap<>());

    private @Nullable Closing closing;

    private long line;

    private ExportCheck(PublicKey key) {
        this.key = key;
    }

    /**
     * Checks a file.
     *
     * @param key where the public key of the anchors stands, as {@code audit public-key} writes it
     * @throws CannotStart when one of the files cannot be read
     */
    public static Verdict run(Path export, Path key) {
        var publicKey = PublicKeyFile.read(key);
        try (var reader = new InputStreamReader(Files.newInputStream(export), StandardCharsets.UTF_8)) {
            return of(reader, publicKey);
        } catch (IOException e) {
            throw new CannotStart(
                    ExitCode.USAGE, "The export %s cannot be read: %s".formatted(export, e.getMessage()), e);
        }
    }

    static Verdict of(Reader export, PublicKey key) throws IOException {
        var check = new ExportCheck(key);
        var lines = new BufferedReader(export, 1 << 16);
        for (var text = lines.readLine(); text != null; text = lines.readLine()) {
            var broken = check.take(ExportLine.read(text));
            if (broken != null) {
                return broken;
            }
        }
        return check.end();
    }

    private Verdict.@Nullable Broken take(ExportLine read) {
        line++;
        if (closing != null) {
            return new Verdict.Broken(null, "line %d stands behind the end of the export".formatted(line));
        }
        if (line == 1 != read instanceof ExportLine.Header) {
            return unreadable();
        }
        return switch (read) {
            case ExportLine.Header header -> begin(header);
            case ExportLine.Entry entry -> step(entry);
            case ExportLine.Anchored anchored -> compare(anchored.anchor());
            case ExportLine.Closed closed -> close(closed.closing());
            case ExportLine.Unreadable unreadable -> unreadable();
        };
    }

    private Verdict.@Nullable Broken begin(ExportLine.Header header) {
        start = new Link(header.first() - 1, header.before());
        walk = ChainWalk.withoutSecrets(start, new TreeMap<>());
        return null;
    }

    private Verdict.@Nullable Broken step(ExportLine.Entry entry) {
        var body = ChainWalk.parse(entry.body());
        var sequence = body == null ? walk.count() + 1 : body.sequence();
        return walk.step(new StoredEntry(sequence, entry.body(), entry.hash(), null), body);
    }

    private Verdict.@Nullable Broken compare(Anchor anchor) {
        if (!anchor.isSignedBy(key)) {
            return new Verdict.Broken(
                    null, "the one in line %d was edited, or signed with another key".formatted(line));
        }
        if (anchor.count() != walk.count()) {
            return anchor.count() > walk.count()
                    ? TrailCheck.cut(anchor, walk.count())
                    : new Verdict.Broken(null, "the one in line %d stands in the wrong place".formatted(line));
        }
        if (anchors.isEmpty() ? start.count() == 0 && anchor.previous() != 0 : anchor.previous() != anchors.lastKey()) {
            return new Verdict.Broken(
                    null, "before line %d, the one for %d entries was removed".formatted(line, anchor.previous()));
        }
        anchors.put(anchor.count(), anchor);
        return walk.compare(anchor);
    }

    private Verdict.@Nullable Broken close(Closing read) {
        if (!read.isSignedBy(key)) {
            return new Verdict.Broken(null, "the export's end was edited, or signed with another key");
        }
        if (read.last().count() > walk.count()) {
            return new Verdict.Broken(
                    walk.count() + 1,
                    "was removed, and all after it: the export's end vouches for number %d"
                            .formatted(read.last().count()));
        }
        if (!read.closes(start.count() + 1, start.hash(), walk.place(), anchors.size())) {
            return rewritten(read);
        }
        closing = read;
        return null;
    }

    /** Without the secret keys nobody can say where behind the last anchor a rewritten stretch begins. */
    private Verdict.Broken rewritten(Closing read) {
        if (read.last().count() == walk.count() && anchors.size() < read.anchors()) {
            return new Verdict.Broken(
                    null,
                    "the export was written with %d of them, and has %d".formatted(read.anchors(), anchors.size()));
        }
        return new Verdict.Broken(
                (anchors.isEmpty() ? start.count() : anchors.lastKey()) + 1,
                "or one after it was rewritten or added: the export's end vouches for another hash");
    }

    private Verdict end() {
        if (closing == null) {
            return new Verdict.Broken(
                    walk.count() + 1,
                    "and what else there was is not in the export: it has no signed end. It was cut, or the trail was not sound when it was exported");
        }
        return new Verdict.SoundExport(
                start.count() + 1, walk.count(), anchors.isEmpty() ? start.count() : anchors.lastKey(), closing.at());
    }

    private Verdict.Broken unreadable() {
        return new Verdict.Broken(
                walk.count() + 1, "cannot be read: line %d is none that an export has".formatted(line));
    }
}
