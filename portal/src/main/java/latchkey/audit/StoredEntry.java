package latchkey.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the trail as it stands, to be compared with what its own body and its neighbours say.
 *
 * @param beside what the database keeps beside it; null in an export, which has it not
 */
record StoredEntry(
        long sequence, String body, byte[] hash, @Nullable Beside beside) {

    static final String SELECT = """
            SELECT sequence, id, kind, at, actor, action, directory, customer, case_id, announcement, body, hash, mac
            FROM audit_entries ORDER BY sequence""";

    static StoredEntry of(ResultSet row) throws SQLException {
        return new StoredEntry(
                row.getLong("sequence"),
                row.getString("body"),
                row.getBytes("hash"),
                new Beside(row.getBytes("mac"), Columns.of(row)));
    }

    /** The keyed word for the hash, and the parts of the body that entries are found by. */
    record Beside(byte[] mac, Columns columns) {}

    /** The parts of a body that stand in columns too. */
    record Columns(
            UUID id,
            String kind,
            Instant at,
            String actor,
            String action,
            @Nullable Subject subject,
            @Nullable UUID caseId,
            @Nullable UUID announcement) {

        static Columns of(Body body) {
            return new Columns(
                    body.id(),
                    body.kind(),
                    body.at(),
                    body.actorId(),
                    body.action(),
                    body.subject(),
                    body.uuid("case"),
                    body.uuid("of"));
        }

        private static Columns of(ResultSet row) throws SQLException {
            return new Columns(
                    row.getObject("id", UUID.class),
                    row.getString("kind"),
                    row.getObject("at", OffsetDateTime.class).toInstant(),
                    row.getString("actor"),
                    row.getString("action"),
                    subject(row.getString("directory"), row.getString("customer")),
                    row.getObject("case_id", UUID.class),
                    row.getObject("announcement", UUID.class));
        }

        private static @Nullable Subject subject(@Nullable String directory, @Nullable String customer) {
            return directory == null && customer == null
                    ? null
                    : new Subject(String.valueOf(directory), String.valueOf(customer));
        }
    }
}
