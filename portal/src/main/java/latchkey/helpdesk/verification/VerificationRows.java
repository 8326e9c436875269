package latchkey.helpdesk.verification;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import latchkey.directory.CustomerId;
import latchkey.directory.DirectoryId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Verifications as they are kept; each change of state is one conditional update, so that of two racers one wins. */
@Repository
class VerificationRows {

    private final JdbcClient jdbc;

    VerificationRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    int startedSince(CustomerId customer, Instant since) {
        return jdbc.sql("""
                select count(*) from verifications
                where directory = :directory and customer = :customer and started_at > :since""")
                .param("directory", customer.directory().value())
                .param("customer", customer.objectId())
                .param("since", utc(since))
                .query(Integer.class)
                .single();
    }

    void supersede(UUID caseId) {
        jdbc.sql("update verifications set state = 'SUPERSEDED' where case_id = :case and state = 'SENT'")
                .param("case", caseId)
                .update();
    }

    void insert(Verification sent, byte[] codeHash, Instant at) {
        jdbc.sql("""
                insert into verifications (id, case_id, directory, customer, agent, method, channel, sent_to, code_hash,
                    tries_left, state, started_at, expires_at)
                values (:id, :case, :directory, :customer, :agent, :method, :channel, :sentTo, :hash,
                    :tries, 'SENT', :at, :expiresAt)""")
                .param("id", sent.id())
                .param("case", sent.caseId())
                .param("directory", sent.customer().directory().value())
                .param("customer", sent.customer().objectId())
                .param("agent", sent.agent())
                .param("method", sent.method())
                .param("channel", sent.channel().name())
                .param("sentTo", sent.sentTo())
                .param("hash", codeHash)
                .param("tries", sent.triesLeft())
                .param("at", utc(at))
                .param("expiresAt", utc(sent.expiresAt()))
                .update();
    }

    /** Uses up one try and gives the hash to compare with; empty when there is no try left or the time is over. */
    Optional<byte[]> takeTry(UUID id, Instant now) {
        return jdbc.sql("""
                update verifications set tries_left = tries_left - 1
                where id = :id and state = 'SENT' and tries_left > 0 and expires_at > :now
                returning code_hash""")
                .param("id", id)
                .param("now", utc(now))
                .query((row, number) -> row.getBytes("code_hash"))
                .optional();
    }

    /** Says whether it was this call that proved it. */
    boolean prove(UUID id, Instant until) {
        return jdbc.sql(
                                "update verifications set state = 'PROVEN', proven_until = :until where id = :id and state = 'SENT'")
                        .param("id", id)
                        .param("until", utc(until))
                        .update()
                == 1;
    }

    Optional<Verification> byId(UUID id) {
        return jdbc.sql("select * from verifications where id = :id")
                .param("id", id)
                .query(VerificationRows::read)
                .optional();
    }

    /** Every proof that counts now. */
    List<Verification> proven(UUID caseId, String agent, Instant now) {
        return jdbc.sql("""
                select * from verifications
                where case_id = :case and agent = :agent and state = 'PROVEN' and proven_until > :now
                order by proven_until desc""")
                .param("case", caseId)
                .param("agent", agent)
                .param("now", utc(now))
                .query(VerificationRows::read)
                .list();
    }

    Optional<Verification> waiting(UUID caseId, String agent, Instant now) {
        return jdbc.sql("""
                select * from verifications
                where case_id = :case and agent = :agent and state = 'SENT' and tries_left > 0 and expires_at > :now
                order by started_at desc limit 1""")
                .param("case", caseId)
                .param("agent", agent)
                .param("now", utc(now))
                .query(VerificationRows::read)
                .optional();
    }

    private static Verification read(ResultSet row, int number) throws SQLException {
        return new Verification(
                row.getObject("id", UUID.class),
                row.getObject("case_id", UUID.class),
                new CustomerId(new DirectoryId(row.getString("directory")), row.getObject("customer", UUID.class)),
                row.getString("agent"),
                row.getString("method"),
                Channel.valueOf(row.getString("channel")),
                row.getString("sent_to"),
                row.getInt("tries_left"),
                Verification.State.valueOf(row.getString("state")),
                row.getTimestamp("expires_at").toInstant(),
                Optional.ofNullable(row.getTimestamp("proven_until"))
                        .map(Timestamp::toInstant)
                        .orElse(null));
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
