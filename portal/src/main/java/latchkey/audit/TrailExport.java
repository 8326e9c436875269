package latchkey.audit;

import java.io.IOException;
import java.io.Writer;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Writes the trail, or a stretch of it, so that it can be checked anywhere with the public key alone; personal values stay
 * sealed. It copies what stands there, but signs only what it found sound.
 */
public final class TrailExport {

    private static final int ROWS_AT_ONCE = 1000;

    private static final String STRETCH = """
            SELECT coalesce((SELECT min(sequence) FROM audit_entries WHERE :from::timestamptz IS NULL OR at >= :from),
                            (SELECT max(sequence) + 1 FROM audit_entries), 1) AS first,
                   coalesce((SELECT max(sequence) FROM audit_entries WHERE :until::timestamptz IS NULL OR at < :until), 0) AS last""";

    private static final String ROWS = """
            SELECT sequence, id, kind, at, actor, action, directory, customer, case_id, announcement, body, hash, mac
            FROM audit_entries WHERE sequence >= ? AND sequence <= ? ORDER BY sequence LIMIT %d""".formatted(ROWS_AT_ONCE);

    private final JdbcClient jdbc;

    private final TrailKeys keys;

    private final AuditSettings settings;

    private final Clock clock;

    TrailExport(DataSource connections, TrailKeys keys, AuditSettings settings, Clock clock) {
        this.jdbc = JdbcClient.create(connections);
        this.keys = keys;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Writes all entries between the first one of that time on and the last one before the other time. Short questions
     * instead of a long one, so that a slow reader holds no connection.
     *
     * @return what was found about them; a broken stretch is written as it stands, and without a signed end
     */
    public Verdict write(@Nullable Instant from, @Nullable Instant until, Writer out) throws IOException {
        try {
            // Before the entries, so that an anchor written meanwhile does not vouch for more than is read.
            var anchors = AnchorFile.read(settings.anchor(), keys.anchor().getPublic());
            return write(stretch(from, until), until == null, anchors, out);
        } catch (AnchorFile.Tampered e) {
            write(stretch(from, until), false, new TreeMap<>(), out);
            return new Verdict.Broken(null, String.valueOf(e.getMessage()));
        }
    }

    /** As the other, from one number to another one. */
    Verdict write(long first, long last, Writer out) throws IOException {
        try {
            return write(
                    stretch(first, last),
                    false,
                    AnchorFile.read(settings.anchor(), keys.anchor().getPublic()),
                    out);
        } catch (AnchorFile.Tampered e) {
            return new Verdict.Broken(null, String.valueOf(e.getMessage()));
        }
    }

    private Verdict write(Stretch stretch, boolean toTheHead, NavigableMap<Long, Anchor> anchors, Writer out)
            throws IOException {
        var copy = new Copy(stretch, anchors, out);
        copy.begin();
        for (var rows = rows(stretch.first(), stretch.last());
                !rows.isEmpty();
                rows = rows(copy.next, stretch.last())) {
            for (var row : rows) {
                copy.add(row);
            }
        }
        return copy.end(toTheHead);
    }

    private Stretch stretch(@Nullable Instant from, @Nullable Instant until) {
        return jdbc.sql(STRETCH)
                .param(
                        "from",
                        from == null ? null : from.atOffset(ZoneOffset.UTC),
                        java.sql.Types.TIMESTAMP_WITH_TIMEZONE)
                .param(
                        "until",
                        until == null ? null : until.atOffset(ZoneOffset.UTC),
                        java.sql.Types.TIMESTAMP_WITH_TIMEZONE)
                .query((row, number) -> stretch(row.getLong("first"), row.getLong("last")))
                .single();
    }

    private Stretch stretch(long first, long last) {
        var before = jdbc.sql("SELECT hash FROM audit_entries WHERE sequence = ?")
                .param(first - 1)
                .query(byte[].class)
                .optional()
                .or(() -> endOfSealed(first - 1));
        return new Stretch(
                first,
                Math.max(last, first - 1),
                before.orElseGet(Link.BEGINNING::hash),
                first == 1 || before.isPresent());
    }

    private Optional<byte[]> endOfSealed(long last) {
        return jdbc.sql("SELECT record FROM audit_segments WHERE last = ?")
                .param(last)
                .query(String.class)
                .optional()
                .map(Segment::parse)
                .filter(segment -> segment.isSignedBy(keys.anchor().getPublic()))
                .map(segment -> segment.last().hash());
    }

    private boolean isSealedFrom(long first) {
        return jdbc.sql("SELECT count(*) > 0 FROM audit_segments WHERE last >= ?")
                .param(first)
                .query(Boolean.class)
                .single();
    }

    private List<StoredEntry> rows(long from, long last) {
        return jdbc.sql(ROWS)
                .params(from, last)
                .query((row, number) -> StoredEntry.of(row))
                .list();
    }

    /** Where it begins and ends; rooted when what it follows on is known. */
    private record Stretch(long first, long last, byte[] before, boolean rooted) {}

    /** One export on its way. */
    private final class Copy {

        private final Stretch stretch;
        private final NavigableMap<Long, Anchor> anchors;
        private final Writer out;
        private final ChainWalk walk;
        private Verdict.@Nullable Broken broken;
        private long next;
        private long anchored;
        private long lastAnchored;

        Copy(Stretch stretch, NavigableMap<Long, Anchor> anchors, Writer out) {
            this.stretch = stretch;
            this.anchors = anchors;
            this.out = out;
            this.next = stretch.first();
            this.lastAnchored = stretch.first() - 1;
            this.walk = ChainWalk.from(new Link(stretch.first() - 1, stretch.before()), keys, anchors);
        }

        void begin() throws IOException {
            if (!stretch.rooted()) {
                broken = new Verdict.Broken(
                        stretch.first() - 1, "was removed, and all before it: no sealed file holds them");
            }
            line(ExportLine.header(stretch.first(), stretch.before()));
            anchor(stretch.first() - 1);
        }

        void add(StoredEntry entry) throws IOException {
            next = entry.sequence() + 1;
            broken = broken == null ? walk.step(entry) : broken;
            line(ExportLine.entry(entry.hash(), entry.body()));
            anchor(entry.sequence());
        }

        Verdict end(boolean toTheHead) throws IOException {
            if (broken == null && toTheHead && !anchors.isEmpty() && anchors.lastKey() > walk.count()) {
                broken = TrailCheck.cut(anchors.lastEntry().getValue(), walk.count());
            }
            if (broken != null) {
                return isSealedFrom(stretch.first())
                        ? new Verdict.Broken(
                                stretch.first(), "was moved to the archive while the export was written; export again")
                        : broken;
            }
            var now = clock.instant();
            line(ExportLine.closing(Closing.of(stretch.first(), stretch.before(), walk.place(), anchored, now, keys)));
            return new Verdict.SoundExport(stretch.first(), walk.count(), lastAnchored, now);
        }

        private void anchor(long count) throws IOException {
            var anchor = anchors.get(count);
            if (anchor != null) {
                line(ExportLine.anchor(anchor));
                anchored++;
                lastAnchored = count;
            }
        }

        private void line(String text) throws IOException {
            out.write(text);
            out.write('\n');
        }
    }
}
