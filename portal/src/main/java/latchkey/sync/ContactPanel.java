package latchkey.sync;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import latchkey.directory.CustomerId;
import latchkey.helpdesk.customer.CustomerPanel;
import latchkey.helpdesk.customer.Viewing;
import latchkey.sync.dataverse.ContactQuestion;
import latchkey.sync.dataverse.Contacts;
import latchkey.sync.dataverse.DataverseSettings;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** On the customer page: the linked contact, and whether the customer is in step with it. */
@Component
class ContactPanel implements CustomerPanel {

    private final JdbcClient jdbc;
    private final Contacts contacts;
    private final DataverseSettings settings;

    ContactPanel(JdbcClient jdbc, Contacts contacts, DataverseSettings settings) {
        this.jdbc = jdbc;
        this.contacts = contacts;
        this.settings = settings;
    }

    @Override
    public String key() {
        return "contact";
    }

    @Override
    public int order() {
        return 300;
    }

    /** Usually known to our own database; a contact nobody has heard of yet takes a call to Dataverse. */
    @Override
    public Loading loading() {
        return Loading.AFTER_PAGE;
    }

    @Override
    public Optional<Content> show(Viewing viewing) {
        var customer = viewing.customerId();
        if (!settings.dataverse().containsKey(customer.directory().value())) {
            return Optional.empty();
        }
        var known = known(customer);
        return Optional.of(new Content("sync/contact-panel", known.isEmpty() ? asked(customer) : known));
    }

    /**
     * A contact that feeds the customer.
     *
     * @param state in-step, waiting, parked, watched, held, rejected or unseen
     * @param reason why it is parked or waits, null when neither
     * @param net which net brought it last, null when none did
     */
    public record LinkedContact(
            UUID contact,
            URI link,
            String state,
            @Nullable String reason,
            @Nullable Instant appliedAt,
            @Nullable String net) {}

    private List<LinkedContact> known(CustomerId customer) {
        return jdbc.sql("""
            SELECT contact_id, state, reason, applied_at, net FROM sync_contacts
            WHERE directory = :directory AND customer_id = :customer AND state <> 'NOT_LINKED'
            ORDER BY applied_at DESC NULLS LAST LIMIT 5\
            """)
                .param("directory", customer.directory().value())
                .param("customer", customer.objectId())
                .query((row, number) -> linked(row, customer))
                .list();
    }

    private List<LinkedContact> asked(CustomerId customer) {
        var question = new ContactQuestion.ByCustomer(customer.objectId());
        return contacts.matching(customer.directory(), question, List.of(), 5).stream()
                .map(contact -> new LinkedContact(
                        contact.id(), contacts.link(customer.directory(), contact.id()), "unseen", null, null, null))
                .toList();
    }

    private LinkedContact linked(ResultSet row, CustomerId customer) throws SQLException {
        var contact = row.getObject("contact_id", UUID.class);
        var reason = row.getString("reason");
        var net = row.getString("net");
        return new LinkedContact(
                contact,
                contacts.link(customer.directory(), contact),
                words(State.valueOf(Objects.requireNonNull(row.getString("state")))),
                reason == null ? null : Reason.valueOf(reason).key(),
                SyncRows.instant(row, "applied_at"),
                net == null ? null : Net.valueOf(net).key());
    }

    private static String words(State state) {
        return switch (state) {
            case SETTLED, VERIFYING, NOT_LINKED -> "in-step";
            case DUE, RUNNING -> "waiting";
            case PARKED -> "parked";
            case WATCHED -> "watched";
            case HELD -> "held";
            case REJECTED -> "rejected";
        };
    }
}
