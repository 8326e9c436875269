package latchkey.sync;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import latchkey.directory.DirectoryId;
import latchkey.sync.Claimed.Word;
import latchkey.sync.dataverse.Contacts;
import latchkey.sync.dataverse.ContactsFailure;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The contacts that guards hold, and what watching found. */
@Component
class HeldRows {

    private final JdbcClient jdbc;
    private final Contacts contacts;
    private final JsonMapper json = new JsonMapper();

    HeldRows(JdbcClient jdbc, Contacts contacts) {
        this.jdbc = jdbc;
        this.contacts = contacts;
    }

    /** How often contacts differ in an attribute, and how. */
    public record Difference(String attribute, String kind, long contacts) {}

    /** How many are held for a reason. */
    public record Count(String reason, long contacts) {}

    /** Held contacts, the newest first. */
    List<HeldRow> held(int limit) {
        return jdbc.sql(
                        "SELECT * FROM sync_contacts WHERE held_at IS NOT NULL ORDER BY held_at DESC, contact_id LIMIT :limit")
                .param("limit", limit)
                .query((row, number) -> held(row))
                .list();
    }

    /** Contacts that differ while the directory is watched, those heard of last first. */
    List<HeldRow> watched(DirectoryId directory, int limit) {
        return jdbc.sql("""
            SELECT * FROM sync_contacts WHERE directory = :directory AND state = 'WATCHED'
            ORDER BY hinted_at DESC, contact_id LIMIT :limit\
            """)
                .param("directory", directory.value())
                .param("limit", limit)
                .query((row, number) -> held(row))
                .list();
    }

    /** By attribute and kind. */
    List<Difference> differences(DirectoryId directory) {
        return jdbc.sql("""
            SELECT different.key AS attribute, different.value AS kind, count(*) AS contacts
            FROM sync_contacts AS c CROSS JOIN LATERAL jsonb_each_text(c.differences) AS different
            WHERE c.directory = :directory AND c.state = 'WATCHED'
            GROUP BY 1, 2 ORDER BY 1, 2\
            """)
                .param("directory", directory.value())
                .query((row, number) ->
                        new Difference(row.getString("attribute"), row.getString("kind"), row.getLong("contacts")))
                .list();
    }

    /** How many contacts of the directory were looked at and how many of them differ. */
    Map<String, Long> watchedOf(DirectoryId directory) {
        return jdbc.sql("""
            SELECT count(*) FILTER (WHERE customer_id IS NOT NULL) AS linked,
                count(*) FILTER (WHERE state = 'WATCHED') AS different
            FROM sync_contacts WHERE directory = :directory\
            """)
                .param("directory", directory.value())
                .query((row, number) -> Map.of("linked", row.getLong("linked"), "different", row.getLong("different")))
                .single();
    }

    /** Which of the contacts guards hold; in order. */
    boolean isHeld(DirectoryId directory, UUID contact) {
        return jdbc.sql("SELECT 1 FROM sync_contacts WHERE directory = :directory AND contact_id = :contact"
                        + " AND held_at IS NOT NULL")
                .param("directory", directory.value())
                .param("contact", contact)
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    /** Lets a held contact be written as it was when it was held, or never; false when it is not held any more. */
    boolean decide(DirectoryId directory, UUID contact, Word word, Instant now) {
        var released = word == Word.RELEASED;
        return jdbc.sql("""
            UPDATE sync_contacts SET state = :state, next_at = CASE WHEN :released THEN :now END, attempts = 0,
                decision = :word, decided_version = held_version, held_at = NULL, told_at = NULL
            WHERE directory = :directory AND contact_id = :contact AND held_at IS NOT NULL\
            """)
                        .param("state", released ? "DUE" : "REJECTED")
                        .param("released", released)
                        .param("word", word.name())
                        .param("now", SyncRows.at(now))
                        .param("directory", directory.value())
                        .param("contact", contact)
                        .update()
                > 0;
    }

    /** Held contacts nobody was told of yet, counted by reason and marked as told; in one transaction with the telling. */
    List<Count> markTold(Instant now) {
        return jdbc.sql("""
            WITH told AS (
                UPDATE sync_contacts SET told_at = :now WHERE held_at IS NOT NULL AND told_at IS NULL RETURNING reason
            )
            SELECT reason, count(*) AS contacts FROM told GROUP BY reason ORDER BY contacts DESC, reason\
            """)
                .param("now", SyncRows.at(now))
                .query((row, number) -> new Count(key(row), row.getLong("contacts")))
                .list();
    }

    private HeldRow held(ResultSet row) throws SQLException {
        var directory = row.getString("directory");
        var contact = row.getObject("contact_id", UUID.class);
        return new HeldRow(
                directory,
                contact,
                link(directory, contact),
                key(row),
                row.getString("words"),
                row.getObject("customer_id", UUID.class),
                differences(row.getString("differences")),
                Objects.requireNonNull(
                        SyncRows.instant(row, row.getString("held_at") == null ? "hinted_at" : "held_at")));
    }

    private static String key(ResultSet row) throws SQLException {
        var reason = row.getString("reason");
        return reason == null ? "" : Reason.valueOf(reason).key();
    }

    private Map<String, String> differences(@Nullable String text) {
        var differences = new TreeMap<String, String>();
        if (text != null) {
            json.readTree(text)
                    .properties()
                    .forEach(one -> differences.put(
                            one.getKey(), String.valueOf(one.getValue().asString())));
        }
        return differences;
    }

    private @Nullable URI link(String directory, UUID contact) {
        try {
            return contacts.link(new DirectoryId(directory), contact);
        } catch (ContactsFailure.Misconfigured e) {
            return null;
        }
    }
}
