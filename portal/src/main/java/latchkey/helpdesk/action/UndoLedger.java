package latchkey.helpdesk.action;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.SortedMap;
import latchkey.audit.AuditedChange;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Keeps what was there before each action, so that it can be put back. */
@Component
class UndoLedger {

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Clock clock;

    UndoLedger(JdbcClient jdbc, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    void keep(Action<?> action, Attempt<?> attempt, AuditedChange announced) {
        var customer = attempt.customer().id();
        jdbc.sql("""
                insert into undo_ledger (entry, action, directory, customer, case_id, agent, before, after, written_at)
                values (:entry, :action, :directory, :customer, :case, :agent, :before::jsonb, :after::jsonb, :at)""")
                .param("entry", announced.id())
                .param("action", action.name())
                .param("directory", customer.directory().value())
                .param("customer", customer.objectId())
                .param("case", attempt.under().id())
                .param("agent", attempt.agent().key())
                .param("before", text(attempt.plan().before()))
                .param("after", text(attempt.plan().after()))
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    private String text(SortedMap<String, String> values) {
        return json.writeValueAsString(values);
    }
}
