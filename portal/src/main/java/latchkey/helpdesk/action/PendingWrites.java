package latchkey.helpdesk.action;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import latchkey.audit.AuditedChange;
import latchkey.audit.CustomerSeal;
import latchkey.directory.Customer;
import latchkey.directory.CustomerId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What was written and is not shown by the directory yet; a read that shows it takes it off the list. */
@Component
class PendingWrites {

    /** Reads lag by minutes (facts §11); after an hour somebody else has written since. */
    private static final Duration FORGOTTEN_AFTER = Duration.ofHours(1);

    private final JdbcClient jdbc;
    private final CustomerSeal seal;
    private final ExpectedText text;
    private final Clock clock;

    PendingWrites(JdbcClient jdbc, CustomerSeal seal, ExpectedText text, Clock clock) {
        this.jdbc = jdbc;
        this.seal = seal;
        this.text = text;
        this.clock = clock;
    }

    void expect(Attempt<?> attempt, AuditedChange announced, boolean certain) {
        forgetOld();
        attempt.plan().expected().forEach(part -> expect(attempt.customer().id(), part, announced, certain));
    }

    /** What this read does not confirm; what it confirms is forgotten. */
    List<PendingWrite> notShownBy(Customer customer) {
        return of(customer.id()).stream()
                .filter(write -> !isConfirmed(write, customer))
                .toList();
    }

    private boolean isConfirmed(PendingWrite write, Customer customer) {
        var shown = write.expected().isShownBy(customer);
        if (shown) {
            forget(customer.id(), write);
        }
        return shown;
    }

    private void expect(CustomerId customer, Expected part, AuditedChange announced, boolean certain) {
        jdbc.sql("""
                insert into pending_writes (directory, customer, what, sealed, entry, certain, written_at)
                values (:directory, :customer, :what, :sealed, :entry, :certain, :at)
                on conflict (directory, customer, what) do update set sealed = excluded.sealed,
                    entry = excluded.entry, certain = excluded.certain, written_at = excluded.written_at""")
                .param("directory", customer.directory().value())
                .param("customer", customer.objectId())
                .param("what", text.name(part))
                .param("sealed", seal.seal(customer.subject(), row(announced.id(), text.name(part)), text.write(part)))
                .param("entry", announced.id())
                .param("certain", certain)
                .param("at", utc(clock.instant()))
                .update();
    }

    private List<PendingWrite> of(CustomerId customer) {
        return jdbc
                .sql("""
                select what, sealed, entry, certain, written_at from pending_writes
                where directory = :directory and customer = :customer and written_at > :since
                order by written_at""")
                .param("directory", customer.directory().value())
                .param("customer", customer.objectId())
                .param("since", utc(clock.instant().minus(FORGOTTEN_AFTER)))
                .query(PendingWrites::kept)
                .list()
                .stream()
                .flatMap(kept -> opened(kept).stream())
                .toList();
    }

    /** Empty when the customer was erased meanwhile. */
    private Optional<PendingWrite> opened(Kept kept) {
        return seal.open(row(kept.entry(), kept.what()), kept.sealed())
                .map(expected -> new PendingWrite(kept.what(), text.read(expected), kept.certain(), kept.since()));
    }

    private static Kept kept(ResultSet row, int number) throws SQLException {
        return new Kept(
                row.getString("what"),
                row.getObject("entry", UUID.class),
                row.getBytes("sealed"),
                row.getBoolean("certain"),
                row.getTimestamp("written_at").toInstant());
    }

    private record Kept(String what, UUID entry, byte[] sealed, boolean certain, Instant since) {}

    /** One write expects several things, each of which is a row. */
    private static UUID row(UUID entry, String what) {
        return UUID.nameUUIDFromBytes((entry + "/" + what).getBytes(StandardCharsets.UTF_8));
    }

    /** Nobody looks at them any more. */
    private void forgetOld() {
        jdbc.sql("delete from pending_writes where written_at < :before")
                .param("before", utc(clock.instant().minus(FORGOTTEN_AFTER)))
                .update();
    }

    /** Only the very write that was confirmed: a newer one of the same thing stays. */
    private void forget(CustomerId customer, PendingWrite write) {
        jdbc.sql("""
                delete from pending_writes
                where directory = :directory and customer = :customer and what = :what and written_at = :at""")
                .param("directory", customer.directory().value())
                .param("customer", customer.objectId())
                .param("what", write.what())
                .param("at", utc(write.since()))
                .update();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
