package latchkey.helpdesk.credentials;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import latchkey.directory.CustomerId;
import latchkey.directory.DirectoryId;
import latchkey.helpdesk.verification.LinkToken;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Links as they are kept; each change of state is one conditional update, so that of two racers one wins. */
@Repository
class ResetLinkRows {

    private static final String WORKS = """
            token_hash = :hash and expires_at > :now and tries_left > 0
            and (state = 'SENT' or (state = 'CLAIMED' and claimed_until <= :now))""";

    private final JdbcClient jdbc;

    ResetLinkRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    int sentSince(CustomerId customer, Instant since) {
        return jdbc.sql("""
                select count(*) from reset_links
                where directory = :directory and customer = :customer and sent_at > :since""")
                .param("directory", customer.directory().value())
                .param("customer", customer.objectId())
                .param("since", utc(since))
                .query(Integer.class)
                .single();
    }

    /** Only the newest link of a customer works. */
    void supersede(CustomerId customer) {
        jdbc.sql("""
                update reset_links set state = 'SUPERSEDED'
                where directory = :directory and customer = :customer and state = 'SENT'""")
                .param("directory", customer.directory().value())
                .param("customer", customer.objectId())
                .update();
    }

    void insert(ResetLink link, LinkToken token, int tries, Instant at, Instant expiresAt) {
        jdbc.sql("""
                insert into reset_links (id, token_hash, directory, customer, case_id, case_reason, ticket, state,
                    tries_left, sent_at, expires_at)
                values (:id, :hash, :directory, :customer, :case, :reason, :ticket, 'SENT', :tries, :at, :expiresAt)""")
                .param("id", link.id())
                .param("hash", token.hash())
                .param("directory", link.customer().directory().value())
                .param("customer", link.customer().objectId())
                .param("case", link.caseId())
                .param("reason", link.caseReason())
                .param("ticket", link.ticket())
                .param("tries", tries)
                .param("at", utc(at))
                .param("expiresAt", utc(expiresAt))
                .update();
    }

    /** The link as long as it works; looking changes nothing. */
    Optional<ResetLink> working(LinkToken token, Instant now) {
        return jdbc.sql("select * from reset_links where " + WORKS)
                .param("hash", token.hash())
                .param("now", utc(now))
                .query(ResetLinkRows::read)
                .optional();
    }

    /** Takes the link for one attempt; empty when it does not work or somebody else has it. */
    Optional<ResetLink> claim(LinkToken token, Instant now, Instant until) {
        return jdbc.sql(
                        "update reset_links set state = 'CLAIMED', claimed_until = :until, tries_left = tries_left - 1 where "
                                + WORKS + " returning *")
                .param("hash", token.hash())
                .param("now", utc(now))
                .param("until", utc(until))
                .query(ResetLinkRows::read)
                .optional();
    }

    void use(UUID id, Instant now) {
        jdbc.sql("update reset_links set state = 'USED', used_at = :now where id = :id and state = 'CLAIMED'")
                .param("id", id)
                .param("now", utc(now))
                .update();
    }

    void giveBack(UUID id) {
        jdbc.sql("update reset_links set state = 'SENT' where id = :id and state = 'CLAIMED'")
                .param("id", id)
                .update();
    }

    private static ResetLink read(ResultSet row, int number) throws SQLException {
        return new ResetLink(
                row.getObject("id", UUID.class),
                new CustomerId(new DirectoryId(row.getString("directory")), row.getObject("customer", UUID.class)),
                row.getObject("case_id", UUID.class),
                row.getString("case_reason"),
                row.getString("ticket"));
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
