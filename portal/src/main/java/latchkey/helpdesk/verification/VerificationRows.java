package latchkey.helpdesk.verification;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import latchkey.directory.CustomerId;
import latchkey.directory.DirectoryId;
import org.jspecify.annotations.Nullable;
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
        jdbc.sql("update verifications set state = 'SUPERSEDED' where case_id = :case and state in ('SENT', 'RINGING')")
                .param("case", caseId)
                .update();
    }

    void insert(Verification sent, String place, byte[] codeHash, Instant at) {
        jdbc.sql("""
                insert into verifications (id, case_id, directory, customer, agent, method, channel, sent_to, place,
                    code_hash, tries_left, state, started_at, expires_at)
                values (:id, :case, :directory, :customer, :agent, :method, :channel, :sentTo, :place,
                    :hash, :tries, :state, :at, :expiresAt)""")
                .param("id", sent.id())
                .param("case", sent.caseId())
                .param("directory", sent.customer().directory().value())
                .param("customer", sent.customer().objectId())
                .param("agent", sent.agent())
                .param("method", sent.method())
                .param("channel", sent.channel().name())
                .param("sentTo", sent.sentTo())
                .param("place", place)
                .param("hash", codeHash)
                .param("tries", sent.triesLeft())
                .param("state", sent.state().name())
                .param("at", utc(at))
                .param("expiresAt", utc(sent.expiresAt()))
                .update();
    }

    /** A proof that came about at once; says that it was kept. */
    boolean insertProven(Verification proof, Instant at) {
        return jdbc.sql("""
                        insert into verifications (id, case_id, directory, customer, agent, method, channel, sent_to,
                            tries_left, state, started_at, expires_at, proven_until, vouched_by)
                        values (:id, :case, :directory, :customer, :agent, :method, :channel, :sentTo,
                            0, 'PROVEN', :at, :expiresAt, :until, :vouchedBy)""")
                        .param("id", proof.id())
                        .param("case", proof.caseId())
                        .param("directory", proof.customer().directory().value())
                        .param("customer", proof.customer().objectId())
                        .param("agent", proof.agent())
                        .param("method", proof.method())
                        .param("channel", proof.channel().name())
                        .param("sentTo", proof.sentTo())
                        .param("at", utc(at))
                        .param("expiresAt", utc(proof.expiresAt()))
                        .param("until", utc(Objects.requireNonNull(proof.provenUntil())))
                        .param("vouchedBy", proof.vouchedBy())
                        .update()
                == 1;
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

    /** The place of a call-back that can still be made; from now on its number counts as shown. */
    Optional<String> show(UUID id, Instant now) {
        return jdbc.sql("""
                update verifications set shown_at = coalesce(shown_at, :now)
                where id = :id and state = 'RINGING' and expires_at > :now
                returning place""")
                .param("id", id)
                .param("now", utc(now))
                .query(String.class)
                .optional();
    }

    boolean isShown(UUID id) {
        return jdbc.sql("select shown_at is not null from verifications where id = :id")
                .param("id", id)
                .query(Boolean.class)
                .single();
    }

    /** Says what came of a call-back, once; says whether it was this call. */
    boolean end(UUID id, Verification.State state, @Nullable Instant provenUntil, Instant now) {
        return jdbc.sql("""
                        update verifications set state = :state, proven_until = :until
                        where id = :id and state = 'RINGING' and shown_at is not null and expires_at > :now""")
                        .param("id", id)
                        .param("state", state.name())
                        .param("until", provenUntil == null ? null : utc(provenUntil), Types.TIMESTAMP_WITH_TIMEZONE)
                        .param("now", utc(now))
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

    /** The call-back that the agent is to make, or has just made. */
    Optional<Verification> ringing(UUID caseId, String agent, Instant now) {
        return jdbc.sql("""
                select * from verifications
                where case_id = :case and agent = :agent and state = 'RINGING' and expires_at > :now
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
                        .orElse(null),
                row.getString("vouched_by"));
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
