package latchkey.audit;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Moves the oldest entries to files, as the owner of the database: written, checked and signed first, and then taken out in one
 * transaction with the entry that says so. Whoever dies before that transaction has moved nothing, and the next run writes the
 * same file anew.
 */
final class Sealing {

    static final String ACTION = "seal-trail";

    /** Any number, the same on every node and used for nothing else. */
    private static final long TURN = 5_129_340_782L;

    /** A receiver that asked for nothing for so long is no longer in the settings. */
    private static final Duration RECEIVER_GONE = Duration.ofDays(7);

    /** As far back as the sweep looks for changes without an outcome. */
    private static final Duration OPEN_FOR = Duration.ofDays(30);

    /**
     * A stretch that is whole: of one day, with nothing in it that somebody waits for. The newest entry always stays, because the
     * next one follows on it.
     */
    private static final String DUE = """
            WITH oldest AS (SELECT sequence, at FROM audit_entries ORDER BY sequence LIMIT 1)
            SELECT o.sequence, least(
                (SELECT min(sequence) - 1 FROM audit_entries WHERE at >= ?),
                (SELECT min(sequence) - 1 FROM audit_entries
                 WHERE at >= date_trunc('day', o.at AT TIME ZONE 'UTC') AT TIME ZONE 'UTC' + interval '1 day'),
                (SELECT min(e.sequence) - 1 FROM audit_entries e WHERE e.kind = 'announced' AND e.at > ?
                 AND NOT EXISTS (SELECT 1 FROM audit_entries r WHERE r.announcement = e.id)),
                (SELECT min(delivered) FROM audit_streams WHERE next_at > ?),
                (SELECT max(sequence) - 1 FROM audit_entries),
                o.sequence + ? - 1)
            FROM oldest o WHERE o.at < ?""";

    private final DataSource owner;

    private final TrailKeys keys;

    private final AuditSettings settings;

    private final Actor actor;

    private final Clock clock;

    Sealing(DataSource owner, TrailKeys keys, AuditSettings settings, Actor actor, Clock clock) {
        this.owner = owner;
        this.keys = keys;
        this.settings = settings;
        this.actor = actor;
        this.clock = clock;
    }

    /**
     * Seals everything that is older than the settings keep, unless another node is at it.
     *
     * @return what was sealed now, oldest first
     * @throws NotSealed when something stands in the way; what was sealed before it stays sealed
     */
    List<Segment> run() {
        var keepFor = settings.retention().keepFor();
        if (keepFor == null) {
            return List.of();
        }
        try (var connection = owner.getConnection()) {
            demandOwner(connection);
            return inTurn(connection, clock.instant().minus(keepFor).truncatedTo(ChronoUnit.DAYS));
        } catch (SQLException e) {
            throw new NotSealed("the database says: " + StoreTrouble.of(e).getMessage(), e);
        } catch (IOException e) {
            throw new NotSealed(
                    "%s cannot be written: %s".formatted(settings.retention().archive(), e), e);
        }
    }

    private List<Segment> inTurn(Connection connection, Instant before) throws SQLException, IOException {
        if (!is(connection, "SELECT pg_try_advisory_lock(%d)".formatted(TURN))) {
            return List.of();
        }
        try {
            return sealAll(connection, before);
        } finally {
            is(connection, "SELECT pg_advisory_unlock(%d)".formatted(TURN));
        }
    }

    private List<Segment> sealAll(Connection connection, Instant before) throws SQLException, IOException {
        var sealed = new ArrayList<Segment>();
        for (var due = due(connection, before); due != null; due = due(connection, before)) {
            var segment = write(connection, due);
            takeOut(connection, segment);
            sealed.add(segment);
        }
        return sealed;
    }

    private @Nullable Stretch due(Connection connection, Instant before) throws SQLException {
        var now = clock.instant();
        try (var query = connection.prepareStatement(DUE)) {
            query.setObject(1, before.atOffset(ZoneOffset.UTC));
            query.setObject(2, now.minus(OPEN_FOR).atOffset(ZoneOffset.UTC));
            query.setObject(3, now.minus(RECEIVER_GONE).atOffset(ZoneOffset.UTC));
            query.setInt(4, settings.retention().segmentEntries());
            query.setObject(5, before.atOffset(ZoneOffset.UTC));
            try (var row = query.executeQuery()) {
                return row.next() && row.getLong(2) >= row.getLong(1)
                        ? new Stretch(row.getLong(1), row.getLong(2))
                        : null;
            }
        }
    }

    private Segment write(Connection connection, Stretch due) throws SQLException, IOException {
        var folder = Files.createDirectories(settings.retention().archive());
        var file = folder.resolve("trail-%012d-%012d.jsonl".formatted(due.first(), due.last()));
        var draft = file.resolveSibling(file.getFileName() + ".new");
        try {
            writeChecked(due, draft);
            var segment = segment(connection, due, file.getFileName().toString(), Crypto.sha256(draft));
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            force(folder, StandardOpenOption.READ);
            return segment;
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    /** The file is read again from its first byte, as whoever gets it will read it. */
    private void writeChecked(Stretch due, Path draft) throws IOException {
        try (var out = Files.newBufferedWriter(draft, StandardCharsets.UTF_8)) {
            demandSound(new TrailExport(owner, keys, settings, clock).write(due.first(), due.last(), out), due);
        }
        force(draft, StandardOpenOption.WRITE);
        try (BufferedReader written = Files.newBufferedReader(draft, StandardCharsets.UTF_8)) {
            demandSound(ExportCheck.of(written, keys.anchor().getPublic()), due);
        }
    }

    private static void demandSound(Verdict verdict, Stretch due) {
        if (verdict instanceof Verdict.Broken broken) {
            throw new NotSealed("the trail is not sound: entry %s %s".formatted(broken.entry(), broken.what()));
        }
        if (!(verdict instanceof Verdict.SoundExport sound)
                || sound.first() != due.first()
                || sound.last() != due.last()) {
            throw new NotSealed("the file does not hold numbers %d to %d".formatted(due.first(), due.last()));
        }
    }

    private Segment segment(Connection connection, Stretch due, String file, byte[] sha256) throws SQLException {
        var start = due.first() == 1 ? Link.BEGINNING : link(connection, due.first() - 1);
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return Segment.of(start, link(connection, due.last()), file, sha256, now, keys);
    }

    private Link link(Connection connection, long count) throws SQLException {
        try (var query = connection.prepareStatement("SELECT hash FROM audit_entries WHERE sequence = ?")) {
            query.setLong(1, count);
            try (var row = query.executeQuery()) {
                return row.next() ? new Link(count, row.getBytes(1)) : endOfSealed(connection);
            }
        }
    }

    private Link endOfSealed(Connection connection) throws SQLException {
        return Segments.in(connection, keys.anchor().getPublic()).end();
    }

    private void takeOut(Connection connection, Segment segment) throws SQLException {
        connection.setAutoCommit(false);
        try {
            insert(connection, segment);
            delete(connection, segment);
            new TrailStore(owner, keys, new CustomerKeys(keys)).append(connection, List.of(entry(segment)));
            connection.commit();
        } catch (SQLException | RuntimeException e) {
            connection.rollback();
            throw e;
        } finally {
            connection.setAutoCommit(true);
        }
    }

    private static void insert(Connection connection, Segment segment) throws SQLException {
        try (var insert =
                connection.prepareStatement("INSERT INTO audit_segments (first, last, record) VALUES (?, ?, ?)")) {
            insert.setLong(1, segment.first());
            insert.setLong(2, segment.last().count());
            insert.setString(3, segment.line());
            insert.executeUpdate();
        }
    }

    private static void delete(Connection connection, Segment segment) throws SQLException {
        try (var delete = connection.prepareStatement("DELETE FROM audit_entries WHERE sequence BETWEEN ? AND ?")) {
            delete.setLong(1, segment.first());
            delete.setLong(2, segment.last().count());
            if (delete.executeUpdate() != segment.last().count() - segment.first() + 1) {
                throw new NotSealed("numbers %d to %d are not all there any more"
                        .formatted(segment.first(), segment.last().count()));
            }
        }
    }

    private Draft entry(Segment segment) {
        var facts = Map.of(
                "first", String.valueOf(segment.first()),
                "last", String.valueOf(segment.last().count()),
                "hash", HexFormat.of().formatHex(segment.last().hash()),
                "file", segment.file(),
                "sha256", HexFormat.of().formatHex(segment.sha256()));
        var announcement = new Announcement(actor, ACTION, null, null, null, null, facts, Map.of());
        return new Draft(
                UUID.randomUUID(),
                Draft.NOTED,
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                announcement,
                null,
                null,
                null);
    }

    private static void demandOwner(Connection connection) throws SQLException {
        if (!is(connection, "SELECT has_table_privilege('audit_entries', 'DELETE')")) {
            throw new NotSealed(
                    "the portal may not take entries out: run `latchkey audit seal` with DATABASE_MIGRATION_URL, the owner of the tables");
        }
    }

    private static boolean is(Connection connection, String question) throws SQLException {
        try (var query = connection.createStatement();
                var row = query.executeQuery(question)) {
            return row.next() && row.getBoolean(1);
        }
    }

    private static void force(Path path, StandardOpenOption option) throws IOException {
        try (var channel = FileChannel.open(path, option)) {
            channel.force(true);
        }
    }

    private record Stretch(long first, long last) {}

    /** Nothing more was taken out of the trail than what is in files. */
    static final class NotSealed extends RuntimeException {

        private static final long serialVersionUID = 1L;

        NotSealed(String message) {
            super(message);
        }

        NotSealed(String message, Throwable cause) {
            super(message, Objects.requireNonNull(cause));
        }
    }
}
