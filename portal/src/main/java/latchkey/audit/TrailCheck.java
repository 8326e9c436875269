package latchkey.audit;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import latchkey.database.Database;
import latchkey.database.DatabaseSettings;
import latchkey.settings.CannotStart;
import latchkey.settings.ExitCode;
import latchkey.settings.SettingsFile;
import org.jspecify.annotations.Nullable;

/** Checks the whole trail against its keys and its anchors; it streams, so the length of the trail does not matter. */
public final class TrailCheck {

    private static final int ROWS_AT_ONCE = 1000;

    private final AuditSettings settings;

    private final TrailKeys keys;

    TrailCheck(AuditSettings settings, TrailKeys keys) {
        this.settings = settings;
        this.keys = keys;
    }

    /**
     * Checks the trail of the installation that the settings describe, also while its portal is running.
     *
     * @param environment by name, null where there is no such variable
     * @throws CannotStart when the database or the keys are not at hand
     */
    public static Verdict run(SettingsFile file, UnaryOperator<@Nullable String> environment) {
        var settings = file.bind(AuditSettings.class);
        var keys = TrailKeys.read(settings.keys());
        try (var database = Database.visit(file.bind(DatabaseSettings.class), environment)) {
            return new TrailCheck(settings, keys).of(database.asOwner());
        }
    }

    Verdict of(DataSource connections) {
        try {
            // Before the entries, so that an anchor written meanwhile does not vouch for more than is read.
            var anchors = AnchorFile.read(settings.anchor(), keys.anchor().getPublic());
            try (var connection = connections.getConnection()) {
                return of(connection, anchors);
            }
        } catch (AnchorFile.Tampered e) {
            return new Verdict.Broken(null, String.valueOf(e.getMessage()));
        } catch (Segments.Tampered e) {
            return e.verdict();
        } catch (SQLException e) {
            throw new CannotStart(ExitCode.DATABASE, "The trail cannot be read: " + e.getMessage(), e);
        } catch (IOException e) {
            throw new CannotStart(
                    ExitCode.KEYS,
                    "The anchors in %s, or the files in %s, cannot be read: %s"
                            .formatted(settings.anchor(), settings.retention().archive(), e.getMessage()),
                    e);
        }
    }

    private Verdict of(Connection connection, NavigableMap<Long, Anchor> anchors) throws SQLException, IOException {
        // What is being moved to a file meanwhile is seen in one place, not in both and not in none.
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        connection.setAutoCommit(false);
        var segments = Segments.in(connection, keys.anchor().getPublic());
        var contradiction = contradiction(segments, anchors);
        return contradiction == null ? of(connection, segments, anchors) : contradiction;
    }

    private Verdict of(Connection connection, Segments segments, NavigableMap<Long, Anchor> anchors)
            throws SQLException, IOException {
        try (var query = connection.prepareStatement(StoredEntry.SELECT)) {
            query.setFetchSize(ROWS_AT_ONCE);
            try (var rows = query.executeQuery()) {
                var verdict = of(segments.end(), () -> rows.next() ? StoredEntry.of(rows) : null, anchors);
                return verdict instanceof Verdict.Sound sound && !segments.all().isEmpty()
                        ? withArchive(sound, segments)
                        : verdict;
            }
        }
    }

    /** An anchor that stands where a file ends must say the same as the file's record. */
    private static Verdict.@Nullable Broken contradiction(Segments segments, NavigableMap<Long, Anchor> anchors) {
        return segments.all().stream()
                .map(segment -> ChainWalk.withoutSecrets(segment.last(), anchors)
                        .compare(anchors.get(segment.last().count())))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private Verdict.Sound withArchive(Verdict.Sound sound, Segments segments) throws IOException {
        var here = segments.filesIn(settings.retention().archive());
        return new Verdict.Sound(
                sound.entries(),
                sound.anchored(),
                new Verdict.Archived(segments.end().count(), segments.all().size(), here));
    }

    /** The verdict about these entries from the first on, wherever they come from. */
    Verdict of(Entries entries, NavigableMap<Long, Anchor> anchors) throws SQLException {
        return of(Link.BEGINNING, entries, anchors);
    }

    private Verdict of(Link start, Entries entries, NavigableMap<Long, Anchor> anchors) throws SQLException {
        var walk = ChainWalk.from(start, keys, anchors);
        Instant first = null;
        for (var entry = entries.next(); entry != null; entry = entries.next()) {
            var broken = walk.step(entry);
            if (broken != null) {
                return broken;
            }
            first = first == null ? ChainWalk.momentOf(entry) : first;
        }
        return atTheEnd(walk.count(), anchors, first);
    }

    private Verdict atTheEnd(long count, NavigableMap<Long, Anchor> anchors, @Nullable Instant first) {
        if (anchors.isEmpty()) {
            var grace = settings.anchorEvery().multipliedBy(2);
            return first != null && first.isBefore(Instant.now().minus(grace))
                    ? new Verdict.Broken(null, "the anchors in %s are gone".formatted(settings.anchor()))
                    : new Verdict.Sound(count, 0);
        }
        var last = anchors.lastEntry().getValue();
        return last.count() > count ? cut(last, count) : new Verdict.Sound(count, last.count());
    }

    static Verdict.Broken cut(Anchor last, long count) {
        return new Verdict.Broken(
                count + 1,
                "was removed, and all after it: the anchor of %s vouches for %d entries, and there are %d"
                        .formatted(last.at(), last.count(), count));
    }

    /** Entries one after the other, null after the last one. */
    @FunctionalInterface
    interface Entries {
        @Nullable
        StoredEntry next() throws SQLException;
    }
}
