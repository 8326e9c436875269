package latchkey.helpdesk.escalation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import latchkey.access.Agent;
import latchkey.directory.CustomerId;
import latchkey.directory.DirectoryId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Escalations as they are kept; each change of state is one conditional update, so that of two racers one wins. */
@Repository
class EscalationRows {

    private static final int LISTED = 200;

    private final JdbcClient jdbc;

    EscalationRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Says whether it is a new one: an action is escalated once for one cause. */
    boolean insert(Escalation opened) {
        var deed = opened.deed();
        return jdbc.sql("""
                        insert into escalations (id, cause, entry, directory, customer, action, agent, agent_name, case_id,
                            acted_at, opened_at, state)
                        values (:id, :cause, :entry, :directory, :customer, :action, :agent, :agentName, :case,
                            :actedAt, :openedAt, 'OPEN')
                        on conflict (entry, cause) do nothing""")
                        .param("id", opened.id())
                        .param("cause", opened.cause().name())
                        .param("entry", deed.entry())
                        .param("directory", deed.customer().directory().value())
                        .param("customer", deed.customer().objectId())
                        .param("action", deed.action())
                        .param("agent", deed.agent())
                        .param("agentName", deed.agentName())
                        .param("case", deed.caseId())
                        .param("actedAt", utc(deed.at()))
                        .param("openedAt", utc(opened.openedAt()))
                        .update()
                == 1;
    }

    int open() {
        return jdbc.sql("select count(*) from escalations where state <> 'CLOSED'")
                .query(Integer.class)
                .single();
    }

    /** Those that nobody closed, oldest first. */
    List<Escalation> waiting() {
        return jdbc.sql("select * from escalations where state <> 'CLOSED' order by opened_at limit :limit")
                .param("limit", LISTED)
                .query(EscalationRows::read)
                .list();
    }

    Optional<Escalation> byId(UUID id) {
        return jdbc.sql("select * from escalations where id = :id")
                .param("id", id)
                .query(EscalationRows::read)
                .optional();
    }

    /** Taking over from a colleague is possible until it is closed. */
    boolean take(UUID id, Agent by, Instant now) {
        return jdbc.sql("""
                        update escalations set state = 'TAKEN', taken_by = :by, taken_name = :name, taken_at = :now
                        where id = :id and state <> 'CLOSED' and agent <> :by""")
                        .param("id", id)
                        .param("by", by.key())
                        .param("name", by.name())
                        .param("now", utc(now))
                        .update()
                == 1;
    }

    boolean close(UUID id, Agent by, Escalation.Outcome outcome, Instant now) {
        return jdbc.sql("""
                        update escalations set state = 'CLOSED', closed_by = :by, closed_at = :now, outcome = :outcome
                        where id = :id and state <> 'CLOSED' and agent <> :by""")
                        .param("id", id)
                        .param("by", by.key())
                        .param("now", utc(now))
                        .param("outcome", outcome.name())
                        .update()
                == 1;
    }

    void insertNote(UUID id, EscalationNote note) {
        jdbc.sql("""
                insert into escalation_notes (escalation, written_at, author, note)
                values (:id, :at, :author, :note)""")
                .param("id", id)
                .param("at", utc(note.writtenAt()))
                .param("author", note.author())
                .param("note", note.note())
                .update();
    }

    List<EscalationNote> notes(UUID id) {
        return jdbc.sql("select written_at, author, note from escalation_notes where escalation = :id order by id")
                .param("id", id)
                .query((row, number) -> new EscalationNote(
                        row.getTimestamp("written_at").toInstant(), row.getString("author"), row.getString("note")))
                .list();
    }

    private static Escalation read(ResultSet row, int number) throws SQLException {
        return new Escalation(
                row.getObject("id", UUID.class),
                Escalation.Cause.valueOf(row.getString("cause")),
                deed(row),
                row.getTimestamp("opened_at").toInstant(),
                Escalation.State.valueOf(row.getString("state")),
                row.getString("taken_name"),
                outcome(row.getString("outcome")));
    }

    private static Escalation.Deed deed(ResultSet row) throws SQLException {
        return new Escalation.Deed(
                row.getObject("entry", UUID.class),
                new CustomerId(new DirectoryId(row.getString("directory")), row.getObject("customer", UUID.class)),
                row.getString("action"),
                row.getString("agent"),
                row.getString("agent_name"),
                row.getObject("case_id", UUID.class),
                row.getTimestamp("acted_at").toInstant());
    }

    private static Escalation.@Nullable Outcome outcome(@Nullable String name) {
        return name == null ? null : Escalation.Outcome.valueOf(name);
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
