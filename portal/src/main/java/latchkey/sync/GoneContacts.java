package latchkey.sync;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import latchkey.access.Agent;
import latchkey.api.Problem;
import latchkey.api.ProblemException;
import latchkey.audit.Announcement;
import latchkey.audit.Trail;
import latchkey.directory.DirectoryId;
import latchkey.sync.GoneSettings.Answer;
import latchkey.sync.dataverse.Contacts;
import latchkey.sync.dataverse.ContactsFailure;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Contacts that fed a customer and are merged, inactive or deleted now; the customer stays as it is until a person looks. */
@Component
class GoneContacts {

    private final JdbcClient jdbc;
    private final Contacts contacts;
    private final GoneSettings settings;
    private final Trail trail;
    private final Clock clock;

    GoneContacts(JdbcClient jdbc, Contacts contacts, GoneSettings settings, Trail trail, Clock clock) {
        this.jdbc = jdbc;
        this.contacts = contacts;
        this.settings = settings;
        this.trail = trail;
        this.clock = clock;
    }

    /** Those nobody has dismissed, the latest first. */
    List<ParkedRow> toLookAt(int limit) {
        return jdbc.sql("""
            SELECT directory, contact_id, reason, customer_id, attempts, hinted_at FROM sync_contacts
            WHERE state = 'NOT_LINKED' AND customer_id IS NOT NULL AND dismissed_at IS NULL
              AND reason = ANY(:reasons::text[])
            ORDER BY hinted_at DESC, contact_id LIMIT :limit\
            """)
                .param("reasons", listed())
                .param("limit", limit)
                .query((row, number) -> gone(row))
                .list();
    }

    /** Takes one off the list, on a person's word that is kept in the trail. */
    void dismiss(Agent agent, DirectoryId directory, UUID contact) {
        var dismissed = jdbc.sql("""
            UPDATE sync_contacts SET dismissed_at = :now
            WHERE directory = :directory AND contact_id = :contact AND state = 'NOT_LINKED' AND dismissed_at IS NULL\
            """)
                .param("now", SyncRows.at(clock.instant()))
                .param("directory", directory.value())
                .param("contact", contact)
                .update();
        if (dismissed == 0) {
            throw new ProblemException(Problem.SYNC_ROW_NOT_FOUND);
        }
        var facts = Map.of("directory", directory.value(), "contact", contact.toString());
        trail.note(
                new Announcement(agent.actor(), "dismiss-gone-contact", null, null, null, null, facts, Map.of()), null);
    }

    private String[] listed() {
        var reasons = new ArrayList<String>();
        addIfListed(reasons, settings.merged(), Reason.CONTACT_MERGED);
        addIfListed(reasons, settings.inactive(), Reason.CONTACT_INACTIVE);
        addIfListed(reasons, settings.deleted(), Reason.CONTACT_GONE);
        return reasons.toArray(String[]::new);
    }

    private static void addIfListed(List<String> reasons, Answer answer, Reason reason) {
        if (answer == Answer.LIST) {
            reasons.add(reason.name());
        }
    }

    private ParkedRow gone(ResultSet row) throws SQLException {
        var directory = row.getString("directory");
        var contact = row.getObject("contact_id", UUID.class);
        var reason = Reason.valueOf(Objects.requireNonNull(row.getString("reason")));
        return new ParkedRow(
                directory,
                contact,
                link(directory, contact),
                reason.key(),
                reason.cure().key(),
                null,
                null,
                row.getObject("customer_id", UUID.class),
                row.getInt("attempts"),
                since(row));
    }

    private static @Nullable Instant since(ResultSet row) throws SQLException {
        return SyncRows.instant(row, "hinted_at");
    }

    private @Nullable URI link(String directory, UUID contact) {
        try {
            return contacts.link(new DirectoryId(directory), contact);
        } catch (ContactsFailure.Misconfigured noEnvironment) {
            return null;
        }
    }
}
