package latchkey.helpdesk.action;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import latchkey.audit.CustomerSeal;
import latchkey.directory.CustomerId;
import latchkey.testing.HelpDesk;
import latchkey.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the ledger kept before it was sealed is sealed by the first start that can. */
class ReadableLedgerTest {

    private final HelpDesk desk = HelpDesk.open();
    private final JdbcClient owner = JdbcClient.create(TestDatabase.shared().owner());
    private final CustomerId jan = desk.jan();
    private final UUID entry = UUID.randomUUID();

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void rowsOfBeforeAreMovedSealedAndNothingReadableIsLeft() {
        keptReadable();

        desk.bean(ReadableLedger.class).seal();
        desk.bean(ReadableLedger.class).seal();

        assertThat(owner.sql("select count(*) from undo_ledger_readable")
                        .query(Long.class)
                        .single())
                .isZero();
        var sealed = owner.sql("select sealed from undo_ledger where entry = :entry and action = 'edit-attributes'")
                .param("entry", entry)
                .query(byte[].class)
                .single();
        assertThat(desk.bean(CustomerSeal.class).open(entry, sealed).orElse(""))
                .contains("\"before\"", "Oldtown", "\"after\"", "Newtown");
    }

    private void keptReadable() {
        owner.sql("""
                insert into undo_ledger_readable
                    (entry, action, directory, customer, case_id, agent, before, after, written_at)
                values (:entry, 'edit-attributes', :directory, :customer, :entry, 'kim', '{"city":"Oldtown"}',
                    '{"city":"Newtown"}', now())""")
                .param("entry", entry)
                .param("directory", jan.directory().value())
                .param("customer", jan.objectId())
                .update();
    }
}
