package latchkey.audit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PublicKey;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that was moved to files, from the first entry on.
 *
 * @param all in their order, each signed and following on the one before
 */
record Segments(List<Segment> all) {

    private static final String SELECT = "SELECT record FROM audit_segments ORDER BY first";

    Segments {
        all = List.copyOf(all);
    }

    /**
     * What the database has written down.
     *
     * @throws Tampered when one is not signed with the key, or does not follow on the one before it
     */
    static Segments in(Connection connection, PublicKey key) throws SQLException {
        var read = new java.util.ArrayList<Segment>();
        try (var query = connection.createStatement();
                var rows = query.executeQuery(SELECT)) {
            while (rows.next()) {
                read.add(next(read, rows.getString(1), key));
            }
        }
        return new Segments(read);
    }

    /** Where what is left begins. */
    Link end() {
        return all.isEmpty() ? Link.BEGINNING : all.getLast().last();
    }

    /**
     * How many of the files lie in the folder; the others were carried elsewhere.
     *
     * @throws Tampered when a file is not what was sealed
     */
    int filesIn(Path folder) throws IOException {
        var there = 0;
        for (var segment : all) {
            var file = folder.resolve(segment.file());
            if (Files.exists(file)) {
                demandAsSealed(segment, file);
                there++;
            }
        }
        return there;
    }

    private static Segment next(List<Segment> before, @Nullable String line, PublicKey key) {
        var place = before.isEmpty() ? Link.BEGINNING : before.getLast().last();
        var segment = parsed(String.valueOf(line), place);
        if (!segment.isSignedBy(key)) {
            throw new Tampered(place.count() + 1, "is said to be in a file by a record that was edited");
        }
        if (!segment.followsOn(place)) {
            throw new Tampered(
                    place.count() + 1,
                    "is in no file: the next record of what was sealed begins with number %d"
                            .formatted(segment.first()));
        }
        return segment;
    }

    private static Segment parsed(String line, Link place) {
        try {
            return Segment.parse(line);
        } catch (IllegalArgumentException e) {
            throw new Tampered(place.count() + 1, "is said to be in a file by a record that cannot be read");
        }
    }

    private static void demandAsSealed(Segment segment, Path file) throws IOException {
        if (!Arrays.equals(Crypto.sha256(file), segment.sha256())) {
            throw new Tampered(segment.first(), "or one after it was edited in %s".formatted(file));
        }
    }

    /** The records of what was sealed, or one of the files, were changed. */
    static final class Tampered extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final long entry;

        Tampered(long entry, String message) {
            super(message);
            this.entry = entry;
        }

        Verdict.Broken verdict() {
            return new Verdict.Broken(entry, String.valueOf(getMessage()));
        }
    }
}
