package latchkey.helpdesk.approval;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import latchkey.access.Agent;
import latchkey.audit.CustomerSeal;
import latchkey.directory.CustomerId;
import latchkey.directory.DirectoryId;
import latchkey.helpdesk.approval.ApprovalRequest.Decision;
import latchkey.helpdesk.approval.ApprovalRequest.Requester;
import latchkey.helpdesk.approval.ApprovalRequest.State;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Requests as they are kept; each change of state is one conditional update, so that of two racers one wins. */
@Repository
class ApprovalRows {

    private final JdbcClient jdbc;
    private final CustomerSeal seal;

    ApprovalRows(JdbcClient jdbc, CustomerSeal seal) {
        this.jdbc = jdbc;
        this.seal = seal;
    }

    /** Says whether it was this call that asked. */
    boolean insert(ApprovalRequest asked, byte[] evidence) {
        return jdbc.sql("""
                        insert into approvals (id, exact_action, action, directory, customer, case_id, requester,
                            requester_person, requester_name, sealed_reason, ticket, grounds, hands, sealed, state, asked_at,
                            expires_at)
                        values (:id, :exact, :action, :directory, :customer, :case, :requester,
                            :person, :requesterName, :reason, :ticket, :grounds, :hands, :sealed, 'ASKED', :askedAt,
                            :expiresAt)
                        on conflict (case_id, exact_action) where state in ('ASKED', 'GIVEN') do nothing""")
                        .param("id", asked.id())
                        .param("exact", asked.exact().hash())
                        .param("action", asked.action())
                        .param("directory", asked.customer().directory().value())
                        .param("customer", asked.customer().objectId())
                        .param("case", asked.caseId())
                        .param("requester", asked.requester().key())
                        .param("person", asked.requester().person())
                        .param("requesterName", asked.requester().name())
                        .param("reason", seal.seal(asked.customer().subject(), asked.id(), asked.reason()))
                        .param("ticket", asked.ticket())
                        .param(
                                "grounds",
                                asked.grounds().stream().map(Ground::name).toArray(String[]::new))
                        .param("hands", asked.hands().toArray(String[]::new))
                        .param("sealed", evidence)
                        .param("askedAt", utc(asked.askedAt()))
                        .param("expiresAt", utc(asked.expiresAt()))
                        .update()
                == 1;
    }

    /** Words about it as they are kept; before the transaction that they are noted in, which may need the same key. */
    byte @Nullable [] sealed(ApprovalRequest asked, @Nullable String words) {
        return words == null ? null : seal.seal(asked.customer().subject(), asked.id(), words);
    }

    /** Makes room for a new request where the old one's time is over. */
    void closeExpired(UUID caseId, ExactAction exact, Instant now) {
        jdbc.sql("""
                update approvals set state = 'EXPIRED'
                where case_id = :case and exact_action = :exact and state in ('ASKED', 'GIVEN')
                and expires_at <= :now""")
                .param("case", caseId)
                .param("exact", exact.hash())
                .param("now", utc(now))
                .update();
    }

    Optional<ApprovalRequest> live(UUID caseId, ExactAction exact, Instant now) {
        return jdbc.sql("""
                select * from approvals where case_id = :case and exact_action = :exact
                and state in ('ASKED', 'GIVEN') and expires_at > :now""")
                .param("case", caseId)
                .param("exact", exact.hash())
                .param("now", utc(now))
                .query(ApprovalRows::read)
                .optional()
                .map(this::opened);
    }

    /** Says whether it was this call that decided; never for the requester's own. */
    boolean decide(UUID id, State decision, Agent by, byte @Nullable [] because, Instant now) {
        return jdbc.sql("""
                        update approvals set state = :decision, decided_by = :by, decided_name = :name,
                            sealed_because = :because, decided_at = :now
                        where id = :id and state = 'ASKED' and requester <> :by and requester_person <> :person
                        and expires_at > :now""")
                        .param("id", id)
                        .param("decision", decision.name())
                        .param("by", by.key())
                        .param("person", by.person())
                        .param("name", by.name())
                        .param("because", because, Types.BINARY)
                        .param("now", utc(now))
                        .update()
                == 1;
    }

    /** A yes that no longer counts makes room for another. */
    void closeGiven(UUID id) {
        jdbc.sql("update approvals set state = 'EXPIRED' where id = :id and state = 'GIVEN'")
                .param("id", id)
                .update();
    }

    /** Says whether it was this call that used the yes up. */
    boolean use(UUID id, Instant now) {
        return jdbc.sql("""
                        update approvals set state = 'USED'
                        where id = :id and state = 'GIVEN' and expires_at > :now and decided_by <> requester""").param("id", id).param("now", utc(now)).update() == 1;
    }

    /** Undoes {@link #use}, unless a newer request for the same stands meanwhile. */
    void giveBack(UUID id) {
        jdbc.sql("""
                update approvals set state = 'GIVEN' where id = :id and state = 'USED' and not exists (
                    select 1 from approvals newer where newer.case_id = approvals.case_id
                    and newer.exact_action = approvals.exact_action and newer.state in ('ASKED', 'GIVEN'))""").param("id", id).update();
    }

    Optional<ApprovalRequest> byId(UUID id) {
        return jdbc.sql("select * from approvals where id = :id")
                .param("id", id)
                .query(ApprovalRows::read)
                .optional()
                .map(this::opened);
    }

    Optional<byte[]> evidence(UUID id) {
        return jdbc.sql("select sealed from approvals where id = :id and sealed is not null")
                .param("id", id)
                .query(byte[].class)
                .optional();
    }

    List<ApprovalRequest> waiting(Instant now) {
        return jdbc
                .sql("select * from approvals where state = 'ASKED' and expires_at > :now order by asked_at limit 200")
                .param("now", utc(now))
                .query(ApprovalRows::read)
                .list()
                .stream()
                .map(this::opened)
                .toList();
    }

    /** Words about a customer who was erased are empty. */
    private ApprovalRequest opened(Kept kept) {
        var read = kept.read();
        return read.withWords(
                words(read.id(), kept.reason()).orElse(""),
                words(read.id(), kept.because()).orElse(null));
    }

    private Optional<String> words(UUID id, byte @Nullable [] sealed) {
        return sealed == null ? Optional.empty() : seal.open(id, sealed);
    }

    private record Kept(ApprovalRequest read, byte @Nullable [] reason, byte @Nullable [] because) {}

    private static Kept read(ResultSet row, int number) throws SQLException {
        return new Kept(request(row), row.getBytes("sealed_reason"), row.getBytes("sealed_because"));
    }

    private static ApprovalRequest request(ResultSet row) throws SQLException {
        return new ApprovalRequest(
                row.getObject("id", UUID.class),
                new ExactAction(row.getString("exact_action")),
                row.getString("action"),
                new CustomerId(new DirectoryId(row.getString("directory")), row.getObject("customer", UUID.class)),
                row.getObject("case_id", UUID.class),
                new Requester(
                        row.getString("requester"), row.getString("requester_person"), row.getString("requester_name")),
                "",
                row.getString("ticket"),
                texts(row, "grounds").map(Ground::valueOf).collect(Collectors.toSet()),
                texts(row, "hands").collect(Collectors.toSet()),
                State.valueOf(row.getString("state")),
                row.getTimestamp("asked_at").toInstant(),
                row.getTimestamp("expires_at").toInstant(),
                decision(row));
    }

    private static Stream<String> texts(ResultSet row, String column) throws SQLException {
        return Arrays.stream((String[]) row.getArray(column).getArray());
    }

    private static @Nullable Decision decision(ResultSet row) throws SQLException {
        var by = row.getString("decided_by");
        return by == null ? null : new Decision(by, row.getString("decided_name"), null);
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
