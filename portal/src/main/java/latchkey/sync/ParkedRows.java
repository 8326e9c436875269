package latchkey.sync;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import latchkey.directory.DirectoryId;
import latchkey.sync.dataverse.Contacts;
import latchkey.sync.dataverse.ContactsFailure;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The contacts that wait for a person, and their way back into the queue. */
@Component
class ParkedRows {

    private static final String COLUMNS =
            "c.directory, c.contact_id, c.reason, c.words, c.request_id, c.customer_id, c.attempts, c.parked_at";

    private final JdbcClient jdbc;
    private final Contacts contacts;

    ParkedRows(JdbcClient jdbc, Contacts contacts) {
        this.jdbc = jdbc;
        this.contacts = contacts;
    }

    /** Those nobody was told of yet, marked as told; in one transaction with the telling. */
    List<ParkedRow> markTold(int limit, Instant now) {
        return jdbc.sql("""
            WITH untold AS MATERIALIZED (
                SELECT directory, contact_id FROM sync_contacts
                WHERE parked_at IS NOT NULL AND told_at IS NULL
                ORDER BY parked_at LIMIT :limit FOR UPDATE SKIP LOCKED)
            UPDATE sync_contacts AS c SET told_at = :now
            FROM untold
            WHERE c.directory = untold.directory AND c.contact_id = untold.contact_id
            RETURNING
            """ + COLUMNS)
                .param("now", SyncRows.at(now))
                .param("limit", limit)
                .query((row, number) -> parked(row))
                .list();
    }

    /** How many parked contacts nobody was told of. */
    long untold() {
        return jdbc.sql("SELECT count(*) FROM sync_contacts WHERE parked_at IS NOT NULL AND told_at IS NULL")
                .query((row, number) -> row.getLong(1))
                .single();
    }

    /** Parked contacts, the newest first. */
    List<ParkedRow> parked(int limit) {
        return jdbc.sql("SELECT " + COLUMNS + """
             FROM sync_contacts AS c WHERE c.parked_at IS NOT NULL
            ORDER BY c.parked_at DESC, c.contact_id LIMIT :limit\
            """)
                .param("limit", limit)
                .query((row, number) -> parked(row))
                .list();
    }

    /** Contacts that feed no customer, those heard of last first. */
    List<ParkedRow> notLinked(int limit) {
        return jdbc.sql("SELECT " + COLUMNS + """
             FROM sync_contacts AS c WHERE c.state = 'NOT_LINKED'
            ORDER BY c.hinted_at DESC, c.contact_id LIMIT :limit\
            """)
                .param("limit", limit)
                .query((row, number) -> parked(row))
                .list();
    }

    /** Makes a contact that rests due again; false when there is no such contact or it is being worked on anyway. */
    boolean replay(DirectoryId directory, UUID contact, Instant now) {
        return jdbc.sql("""
            UPDATE sync_contacts SET state = 'DUE', next_at = :now, attempts = 0, parked_at = NULL, told_at = NULL,
                waiting_since = :now
            WHERE directory = :directory AND contact_id = :contact
              AND state IN ('PARKED', 'NOT_LINKED', 'SETTLED', 'VERIFYING')\
            """)
                        .param("now", SyncRows.at(now))
                        .param("directory", directory.value())
                        .param("contact", contact)
                        .update()
                > 0;
    }

    /** Makes every parked contact due again and says how many there were. */
    int replayAll(Instant now) {
        return jdbc.sql("""
            UPDATE sync_contacts SET state = 'DUE', next_at = :now, attempts = 0, parked_at = NULL, told_at = NULL,
                waiting_since = :now
            WHERE parked_at IS NOT NULL\
            """).param("now", SyncRows.at(now)).update();
    }

    boolean exists(DirectoryId directory, UUID contact) {
        return jdbc.sql("SELECT 1 FROM sync_contacts WHERE directory = :directory AND contact_id = :contact")
                .param("directory", directory.value())
                .param("contact", contact)
                .query((row, number) -> row.getInt(1))
                .optional()
                .isPresent();
    }

    private ParkedRow parked(ResultSet row) throws SQLException {
        var directory = row.getString("directory");
        var contact = row.getObject("contact_id", UUID.class);
        var reason = Reason.valueOf(Objects.requireNonNullElse(row.getString("reason"), Reason.DEFECT.name()));
        return new ParkedRow(
                directory,
                contact,
                link(directory, contact),
                reason.key(),
                reason.cure().key(),
                row.getString("words"),
                row.getString("request_id"),
                row.getObject("customer_id", UUID.class),
                row.getInt("attempts"),
                SyncRows.instant(row, "parked_at"));
    }

    private @Nullable URI link(String directory, UUID contact) {
        try {
            return contacts.link(new DirectoryId(directory), contact);
        } catch (ContactsFailure.Misconfigured e) {
            return null;
        }
    }
}
