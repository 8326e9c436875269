package latchkey.helpdesk.verification;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import latchkey.directory.CustomerId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Codes shown after a sign-in, as they are kept; of each customer at most one counts. */
@Repository
class SignInCodeRows {

    private final JdbcClient jdbc;

    SignInCodeRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    int shownSince(CustomerId customer, Instant since) {
        return jdbc.sql("""
                select count(*) from sign_in_codes
                where directory = :directory and customer = :customer and shown_at > :since""")
                .param("directory", customer.directory().value())
                .param("customer", customer.objectId())
                .param("since", utc(since))
                .query(Integer.class)
                .single();
    }

    /** The code of that customer that counts from now on, and none before it. */
    void show(UUID id, CustomerId customer, byte[] hash, int tries, Instant now, Instant expiresAt) {
        jdbc.sql("""
                update sign_in_codes set state = 'SUPERSEDED'
                where directory = :directory and customer = :customer and state = 'SHOWN'""")
                .param("directory", customer.directory().value())
                .param("customer", customer.objectId())
                .update();
        jdbc.sql("""
                insert into sign_in_codes (id, directory, customer, code_hash, tries_left, state, shown_at, expires_at)
                values (:id, :directory, :customer, :hash, :tries, 'SHOWN', :now, :expiresAt)""")
                .param("id", id)
                .param("directory", customer.directory().value())
                .param("customer", customer.objectId())
                .param("hash", hash)
                .param("tries", tries)
                .param("now", utc(now))
                .param("expiresAt", utc(expiresAt))
                .update();
    }

    /** Uses up one try of the customer's code and gives it to compare with; empty when none counts. */
    Optional<Shown> takeTry(CustomerId customer, Instant now) {
        return jdbc.sql("""
                update sign_in_codes set tries_left = tries_left - 1
                where directory = :directory and customer = :customer and state = 'SHOWN'
                    and tries_left > 0 and expires_at > :now
                returning id, code_hash""")
                .param("directory", customer.directory().value())
                .param("customer", customer.objectId())
                .param("now", utc(now))
                .query((row, number) -> new Shown(row.getObject("id", UUID.class), row.getBytes("code_hash")))
                .optional();
    }

    /** Says whether it was this call that used it. */
    boolean use(UUID id) {
        return jdbc.sql("update sign_in_codes set state = 'USED' where id = :id and state = 'SHOWN'")
                        .param("id", id)
                        .update()
                == 1;
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    /** A code that may still be told. */
    record Shown(UUID id, byte[] hash) {

        @Override
        public String toString() {
            return "Shown";
        }
    }
}
