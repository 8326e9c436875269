package latchkey.helpdesk.cases;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import latchkey.audit.CustomerSeal;
import latchkey.directory.CustomerId;
import latchkey.directory.DirectoryId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Cases as they are kept: what agents wrote in their own words is sealed, and goes when the customer is erased. */
@Repository
class CaseRows {

    private final JdbcClient jdbc;
    private final CustomerSeal seal;

    CaseRows(JdbcClient jdbc, CustomerSeal seal) {
        this.jdbc = jdbc;
        this.seal = seal;
    }

    /** Keeps the case unless its agent has an open one for that customer already; says whether it was this call. */
    boolean insert(Case opened, byte @Nullable [] words) {
        return jdbc.sql("""
                insert into cases (id, directory, customer, agent, agent_name, reason, sealed, ticket, opened_at)
                values (:id, :directory, :customer, :agent, :agentName, :reason, :sealed, :ticket, :openedAt)
                on conflict (agent, directory, customer) where closed_at is null do nothing""")
                        .param("id", opened.id())
                        .param("directory", opened.customer().directory().value())
                        .param("customer", opened.customer().objectId())
                        .param("agent", opened.agent())
                        .param("agentName", opened.agentName())
                        .param("reason", opened.reason())
                        .param("sealed", words, Types.BINARY)
                        .param("ticket", opened.ticket())
                        .param("openedAt", utc(opened.openedAt()))
                        .update()
                == 1;
    }

    Optional<Case> open(String agent, CustomerId customer, Instant notBefore) {
        return jdbc.sql("""
                select * from cases where agent = :agent and directory = :directory and customer = :customer
                and closed_at is null and opened_at >= :notBefore""")
                .param("agent", agent)
                .param("directory", customer.directory().value())
                .param("customer", customer.objectId())
                .param("notBefore", utc(notBefore))
                .query(CaseRows::read)
                .optional()
                .map(this::opened);
    }

    Optional<Case> byId(UUID id) {
        return jdbc.sql("select * from cases where id = :id")
                .param("id", id)
                .query(CaseRows::read)
                .optional()
                .map(this::opened);
    }

    List<Case> of(CustomerId customer, int limit) {
        return jdbc
                .sql("""
                select * from cases where directory = :directory and customer = :customer
                order by opened_at desc limit :limit""")
                .param("directory", customer.directory().value())
                .param("customer", customer.objectId())
                .param("limit", limit)
                .query(CaseRows::read)
                .list()
                .stream()
                .map(this::opened)
                .toList();
    }

    /** Closes the case unless somebody has; says whether it was this call. */
    boolean close(UUID id, CaseOutcome outcome, Instant at) {
        return jdbc.sql("update cases set closed_at = :at, outcome = :outcome where id = :id and closed_at is null")
                        .param("id", id)
                        .param("outcome", outcome.name())
                        .param("at", utc(at))
                        .update()
                == 1;
    }

    void closeAbandoned(String agent, CustomerId customer, Instant openedBefore, Instant at) {
        jdbc.sql("""
                update cases set closed_at = :at, outcome = 'ABANDONED'
                where agent = :agent and directory = :directory and customer = :customer
                and closed_at is null and opened_at < :openedBefore""")
                .param("agent", agent)
                .param("directory", customer.directory().value())
                .param("customer", customer.objectId())
                .param("openedBefore", utc(openedBefore))
                .param("at", utc(at))
                .update();
    }

    /** Something that an agent wrote. */
    void insertNote(Case under, CaseNote note) {
        var id = UUID.randomUUID();
        jdbc.sql("""
                insert into case_notes (case_id, written_at, agent_name, seal_id, sealed)
                values (:id, :at, :agent, :seal, :sealed)""")
                .param("id", under.id())
                .param("at", utc(note.writtenAt()))
                .param("agent", note.agentName())
                .param("seal", id)
                .param("sealed", seal.seal(under.customer().subject(), id, note.note()))
                .update();
    }

    /** The name of a text, about something that nobody did. */
    void insertName(UUID id, CaseNote note) {
        jdbc.sql("insert into case_notes (case_id, written_at, agent_name, note) values (:id, :at, :agent, :note)")
                .param("id", id)
                .param("at", utc(note.writtenAt()))
                .param("agent", note.agentName())
                .param("note", note.note())
                .update();
    }

    /** Those that can be read: a note about a customer who was erased is gone. */
    List<CaseNote> notes(UUID id) {
        return jdbc
                .sql(
                        "select written_at, agent_name, note, seal_id, sealed from case_notes where case_id = :id order by id")
                .param("id", id)
                .query((row, number) -> new KeptNote(
                        row.getTimestamp("written_at").toInstant(),
                        row.getString("agent_name"),
                        row.getString("note"),
                        row.getObject("seal_id", UUID.class),
                        row.getBytes("sealed")))
                .list()
                .stream()
                .flatMap(kept -> opened(kept).stream())
                .toList();
    }

    private Optional<CaseNote> opened(KeptNote kept) {
        var sealed = kept.sealed();
        var id = kept.seal();
        var note = sealed == null || id == null ? Optional.ofNullable(kept.note()) : seal.open(id, sealed);
        return note.map(text -> new CaseNote(kept.writtenAt(), kept.agentName(), text));
    }

    /**
     * Its words as they are kept. Not in the transaction that the case is noted in: both may be the first to need the customer's
     * key, and would wait for each other.
     */
    byte @Nullable [] sealed(Case opened) {
        var words = opened.words();
        return words == null ? null : seal.seal(opened.customer().subject(), opened.id(), words);
    }

    private Case opened(KeptCase kept) {
        var sealed = kept.sealed();
        var read = kept.read();
        return sealed == null
                ? read
                : read.withWords(seal.open(read.id(), sealed).orElse(null));
    }

    private record KeptNote(
            Instant writtenAt,
            String agentName,
            @Nullable String note,
            @Nullable UUID seal,
            byte @Nullable [] sealed) {}

    private record KeptCase(Case read, byte @Nullable [] sealed) {}

    private static KeptCase read(ResultSet row, int number) throws SQLException {
        return new KeptCase(kept(row), row.getBytes("sealed"));
    }

    private static Case kept(ResultSet row) throws SQLException {
        return new Case(
                row.getObject("id", UUID.class),
                new CustomerId(new DirectoryId(row.getString("directory")), row.getObject("customer", UUID.class)),
                row.getString("agent"),
                row.getString("agent_name"),
                row.getString("reason"),
                row.getString("words"),
                row.getString("ticket"),
                row.getTimestamp("opened_at").toInstant(),
                instant(row.getTimestamp("closed_at")),
                outcome(row.getString("outcome")));
    }

    private static @Nullable Instant instant(@Nullable Timestamp timestamp) {
        return timestamp == null ? null : timestamp.toInstant();
    }

    private static @Nullable CaseOutcome outcome(@Nullable String name) {
        return name == null ? null : CaseOutcome.valueOf(name);
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
