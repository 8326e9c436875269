package latchkey.helpdesk.cases;

import java.util.List;
import java.util.UUID;
import latchkey.audit.CustomerSeal;
import latchkey.audit.ErasableCustomers;
import latchkey.directory.CustomerId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Seals the words that were kept readable before they were sealed; those about a customer who was erased are emptied. */
@Component
class ReadableCases {

    private static final Logger LOG = LoggerFactory.getLogger(ReadableCases.class);

    private final JdbcClient jdbc;
    private final CustomerSeal seal;
    private final ErasableCustomers customers;

    ReadableCases(JdbcClient jdbc, CustomerSeal seal, ErasableCustomers customers) {
        this.jdbc = jdbc;
        this.seal = seal;
        this.customers = customers;
    }

    /** Beside the start, which must not wait for it. */
    @EventListener(ApplicationReadyEvent.class)
    void sealBesideTheStart() {
        Thread.ofVirtual().name("sealing-cases").start(this::seal);
    }

    void seal() {
        var words = words();
        words.forEach(this::sealWords);
        var notes = notes();
        notes.forEach(this::sealNote);
        if (!words.isEmpty() || !notes.isEmpty()) {
            LOG.info("The words of {} cases and {} notes are sealed now", words.size(), notes.size());
        }
    }

    private List<Written> words() {
        return jdbc.sql("select id, 0 as note_id, directory, customer, words from cases where words is not null")
                .query((row, number) -> new Written(
                        row.getObject(1, UUID.class),
                        row.getLong(2),
                        CustomerId.of(row.getString(3), row.getString(4)),
                        row.getString(5)))
                .list();
    }

    /** Notes that nobody wrote are names of texts, and stay. */
    private List<Written> notes() {
        return jdbc.sql("""
                select c.id, n.id, c.directory, c.customer, n.note from case_notes n join cases c on c.id = n.case_id
                where n.note is not null and n.agent_name <> ''""")
                .query((row, number) -> new Written(
                        UUID.randomUUID(),
                        row.getLong(2),
                        CustomerId.of(row.getString(3), row.getString(4)),
                        row.getString(5)))
                .list();
    }

    private void sealWords(Written written) {
        jdbc.sql("update cases set words = null, sealed = :sealed where id = :id and words is not null")
                .param("id", written.seal())
                .param("sealed", sealed(written), java.sql.Types.BINARY)
                .update();
    }

    private void sealNote(Written written) {
        jdbc.sql("""
                update case_notes set note = null, seal_id = :seal, sealed = :sealed
                where id = :id and note is not null""")
                .param("id", written.note())
                .param("seal", written.seal())
                .param("sealed", sealed(written), java.sql.Types.BINARY)
                .update();
    }

    private byte @org.jspecify.annotations.Nullable [] sealed(Written written) {
        var subject = written.customer().subject();
        return customers.keyOf(subject).isEmpty() ? null : seal.seal(subject, written.seal(), written.text());
    }

    /** Words about a customer; {@code seal} names the row that they are sealed for. */
    private record Written(UUID seal, long note, CustomerId customer, String text) {}
}
