package latchkey.helpdesk.notices;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import latchkey.helpdesk.verification.LinkToken;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The links by which customers say that they did not ask for something; each works once. */
@Repository
class NotMeLinks {

    private final JdbcClient jdbc;

    NotMeLinks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A link that whoever holds it may look at. */
    record Held(UUID id, UUID entry, boolean used) {}

    /** Keeps a link for one action and one address; a second one for the same is refused by the database. */
    void insert(LinkToken token, UUID entry, String address, Instant expiresAt) {
        jdbc.sql("""
                insert into notice_links (id, token_hash, entry, address, expires_at)
                values (:id, :hash, :entry, :address, :expiresAt)""")
                .param("id", UUID.randomUUID())
                .param("hash", token.hash())
                .param("entry", entry)
                .param("address", address)
                .param("expiresAt", utc(expiresAt))
                .update();
    }

    /** The link, used or not, as long as its time is not over. */
    Optional<Held> held(LinkToken token, Instant now) {
        return jdbc.sql("select id, entry, used_at from notice_links where token_hash = :hash and expires_at > :now")
                .param("hash", token.hash())
                .param("now", utc(now))
                .query((row, number) -> new Held(
                        row.getObject("id", UUID.class),
                        row.getObject("entry", UUID.class),
                        row.getTimestamp("used_at") != null))
                .optional();
    }

    /** Uses the link up; empty when it does not work or somebody was quicker. */
    Optional<Held> use(LinkToken token, Instant now) {
        return jdbc.sql("""
                update notice_links set used_at = :now
                where token_hash = :hash and expires_at > :now and used_at is null
                returning id, entry""")
                .param("hash", token.hash())
                .param("now", utc(now))
                .query((row, number) ->
                        new Held(row.getObject("id", UUID.class), row.getObject("entry", UUID.class), true))
                .optional();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
