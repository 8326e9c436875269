package latchkey.helpdesk.action;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import latchkey.audit.AuditEntry;
import latchkey.audit.AuditReader;
import latchkey.directory.CustomerId;
import latchkey.directory.DirectoryId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Seals what the ledger kept readable before it was sealed; what belongs to a customer who was erased is dropped. */
@Component
class ReadableLedger {

    private static final Logger LOG = LoggerFactory.getLogger(ReadableLedger.class);

    private final JdbcClient jdbc;
    private final UndoLedger ledger;
    private final AuditReader trail;
    private final TransactionTemplate transaction;

    ReadableLedger(JdbcClient jdbc, UndoLedger ledger, AuditReader trail, TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.ledger = ledger;
        this.trail = trail;
        this.transaction = transaction;
    }

    /** Beside the start, which must not wait for it. */
    @EventListener(ApplicationReadyEvent.class)
    void sealBesideTheStart() {
        Thread.ofVirtual().name("sealing-ledger").start(this::seal);
    }

    void seal() {
        var moved = 0;
        for (var some = moveSome(); some > 0; some = moveSome()) {
            moved += some;
        }
        if (moved > 0) {
            LOG.info("{} rows of the undo ledger are sealed now", moved);
        }
    }

    /** Of two nodes that take the same rows, one finds them gone. */
    private int moveSome() {
        return Objects.requireNonNull(transaction.execute(open -> {
            var rows = taken();
            rows.stream().filter(row -> !isErased(row.entry())).forEach(ledger::keep);
            return rows.size();
        }));
    }

    private List<UndoLedger.Row> taken() {
        return jdbc.sql("""
                delete from undo_ledger_readable where entry in (
                    select entry from undo_ledger_readable order by entry limit 200)
                returning entry, action, directory, customer, case_id, agent,
                    json_build_object('before', before, 'after', after)::text as values, written_at""").query(ReadableLedger::read).list();
    }

    private boolean isErased(UUID entry) {
        return trail.byId(entry).filter(AuditEntry::erased).isPresent();
    }

    private static UndoLedger.Row read(ResultSet row, int number) throws SQLException {
        return new UndoLedger.Row(
                row.getObject("entry", UUID.class),
                row.getString("action"),
                new CustomerId(new DirectoryId(row.getString("directory")), row.getObject("customer", UUID.class)),
                row.getObject("case_id", UUID.class),
                row.getString("agent"),
                row.getString("values"),
                row.getTimestamp("written_at").toInstant());
    }
}
