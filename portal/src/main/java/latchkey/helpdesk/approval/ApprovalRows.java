package latchkey.helpdesk.approval;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import latchkey.access.Agent;
import latchkey.directory.CustomerId;
import latchkey.directory.DirectoryId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Requests as they are kept; each change of state is one conditional update, so that of two racers one wins. */
@Repository
class ApprovalRows {

    private final JdbcClient jdbc;

    ApprovalRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(ApprovalRequest asked) {
        jdbc.sql("""
                insert into approvals (id, exact_action, action, directory, customer, case_id, requester,
                    requester_name, reason, state, asked_at, expires_at)
                values (:id, :exact, :action, :directory, :customer, :case, :requester,
                    :requesterName, :reason, 'ASKED', :askedAt, :expiresAt)
                on conflict (case_id, exact_action) where state in ('ASKED', 'GIVEN') do nothing""")
                .param("id", asked.id())
                .param("exact", asked.exact().hash())
                .param("action", asked.action())
                .param("directory", asked.customer().directory().value())
                .param("customer", asked.customer().objectId())
                .param("case", asked.caseId())
                .param("requester", asked.requester())
                .param("requesterName", asked.requesterName())
                .param("reason", asked.reason())
                .param("askedAt", utc(asked.askedAt()))
                .param("expiresAt", utc(asked.expiresAt()))
                .update();
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
                .optional();
    }

    /** Says whether it was this call that decided; never for the requester's own. */
    boolean decide(UUID id, ApprovalRequest.State decision, Agent by, Instant now) {
        return jdbc.sql("""
                        update approvals set state = :decision, decided_by = :by, decided_name = :name, decided_at = :now,
                            decided_populations = :populations
                        where id = :id and state = 'ASKED' and requester <> :by and expires_at > :now""")
                        .param("id", id)
                        .param("decision", decision.name())
                        .param("by", by.key())
                        .param("name", by.name())
                        .param("populations", by.populations().toArray(String[]::new))
                        .param("now", utc(now))
                        .update()
                == 1;
    }

    /** Names of the populations that the one who said yes saw then; empty when nobody has. */
    Optional<Set<String>> givenPopulations(UUID caseId, ExactAction exact, Instant now) {
        return jdbc.sql("""
                select decided_populations from approvals
                where case_id = :case and exact_action = :exact and state = 'GIVEN' and expires_at > :now""")
                .param("case", caseId)
                .param("exact", exact.hash())
                .param("now", utc(now))
                .query((row, number) ->
                        Set.of((String[]) row.getArray("decided_populations").getArray()))
                .optional();
    }

    /** A yes that no longer counts makes room for another. */
    void closeGiven(UUID caseId, ExactAction exact) {
        jdbc.sql("""
                update approvals set state = 'EXPIRED'
                where case_id = :case and exact_action = :exact and state = 'GIVEN'""").param("case", caseId).param("exact", exact.hash()).update();
    }

    /** Uses the yes up; empty when there is none, it is used already, or its time is over. */
    Optional<Approval> use(UUID caseId, ExactAction exact, String requester, Instant now) {
        return jdbc.sql("""
                update approvals set state = 'USED'
                where case_id = :case and exact_action = :exact and requester = :requester and state = 'GIVEN'
                and expires_at > :now and decided_by <> requester
                returning id, decided_by""")
                .param("case", caseId)
                .param("exact", exact.hash())
                .param("requester", requester)
                .param("now", utc(now))
                .query((row, number) ->
                        new Approval(row.getObject("id", UUID.class), exact, row.getString("decided_by")))
                .optional();
    }

    Optional<ApprovalRequest> byId(UUID id) {
        return jdbc.sql("select * from approvals where id = :id")
                .param("id", id)
                .query(ApprovalRows::read)
                .optional();
    }

    List<ApprovalRequest> waiting(Instant now) {
        return jdbc.sql(
                        "select * from approvals where state = 'ASKED' and expires_at > :now order by asked_at limit 200")
                .param("now", utc(now))
                .query(ApprovalRows::read)
                .list();
    }

    private static ApprovalRequest read(ResultSet row, int number) throws SQLException {
        return new ApprovalRequest(
                row.getObject("id", UUID.class),
                new ExactAction(row.getString("exact_action")),
                row.getString("action"),
                new CustomerId(new DirectoryId(row.getString("directory")), row.getObject("customer", UUID.class)),
                row.getObject("case_id", UUID.class),
                row.getString("requester"),
                row.getString("requester_name"),
                row.getString("reason"),
                ApprovalRequest.State.valueOf(row.getString("state")),
                row.getTimestamp("asked_at").toInstant(),
                row.getTimestamp("expires_at").toInstant(),
                row.getString("decided_name"));
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
