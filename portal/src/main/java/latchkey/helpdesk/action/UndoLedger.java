package latchkey.helpdesk.action;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.SortedMap;
import java.util.UUID;
import latchkey.audit.AuditedChange;
import latchkey.audit.CustomerSeal;
import latchkey.directory.CustomerId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Keeps what was there before each action, so that it can be put back; sealed, so that it goes when the customer is erased. */
@Component
class UndoLedger {

    private final JdbcClient jdbc;
    private final CustomerSeal seal;
    private final JsonMapper json;
    private final Clock clock;

    UndoLedger(JdbcClient jdbc, CustomerSeal seal, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.seal = seal;
        this.json = json;
        this.clock = clock;
    }

    void keep(Action<?> action, Attempt<?> attempt, AuditedChange announced) {
        var customer = attempt.customer().id();
        var values = new Values(attempt.plan().before(), attempt.plan().after());
        keep(new Row(
                announced.id(),
                action.name(),
                customer,
                attempt.under().id(),
                attempt.agent().key(),
                json.writeValueAsString(values),
                clock.instant()));
    }

    void keep(Row row) {
        jdbc.sql("""
                insert into undo_ledger (entry, action, directory, customer, case_id, agent, sealed, written_at)
                values (:entry, :action, :directory, :customer, :case, :agent, :sealed, :at)""")
                .param("entry", row.entry())
                .param("action", row.action())
                .param("directory", row.customer().directory().value())
                .param("customer", row.customer().objectId())
                .param("case", row.caseId())
                .param("agent", row.agent())
                .param("sealed", seal.seal(row.customer().subject(), row.entry(), row.values()))
                .param("at", row.at().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** What an action found and what it left. */
    record Values(SortedMap<String, String> before, SortedMap<String, String> after) {}

    /**
     * One action.
     *
     * @param entry its announcement in the trail
     * @param values as text, see {@link Values}
     */
    record Row(UUID entry, String action, CustomerId customer, UUID caseId, String agent, String values, Instant at) {}
}
