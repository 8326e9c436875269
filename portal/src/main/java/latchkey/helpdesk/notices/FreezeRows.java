package latchkey.helpdesk.notices;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
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

/** Freezes as they are kept, with what is still to be done for each. */
@Repository
class FreezeRows {

    private static final int ROUND = 20;

    private final JdbcClient jdbc;

    FreezeRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The turn in which the beginning of an action and a freeze of the same customer happen one after the other. */
    static String turn(CustomerId customer) {
        return "freezes of " + customer;
    }

    Optional<Freeze> current(CustomerId customer) {
        return jdbc.sql("""
                select * from freezes where directory = :directory and customer = :customer and lifted_at is null""")
                .param("directory", customer.directory().value())
                .param("customer", customer.objectId())
                .query(FreezeRows::read)
                .optional();
    }

    /** The freeze of this customer, begun now if there is none. */
    Freeze begin(CustomerId customer, Instant now) {
        jdbc.sql("""
                insert into freezes (id, directory, customer, frozen_at, next_at)
                values (:id, :directory, :customer, :now, :now)
                on conflict (directory, customer) where lifted_at is null do nothing""")
                .param("id", UUID.randomUUID())
                .param("directory", customer.directory().value())
                .param("customer", customer.objectId())
                .param("now", utc(now))
                .update();
        return current(customer).orElseThrow();
    }

    Optional<Freeze> byId(UUID id) {
        return jdbc.sql("select * from freezes where id = :id")
                .param("id", id)
                .query(FreezeRows::read)
                .optional();
    }

    /** The freeze that an action led to. */
    Optional<Freeze> byEntry(UUID entry) {
        return jdbc.sql("select f.* from freezes f join notices n on n.freeze_id = f.id where n.entry = :entry")
                .param("entry", entry)
                .query(FreezeRows::read)
                .optional();
    }

    List<Freeze> lasting() {
        return jdbc.sql("select * from freezes where lifted_at is null order by frozen_at limit 200")
                .query(FreezeRows::read)
                .list();
    }

    /** Takes freezes that still wait for the directory; due again after the lease, when this process dies over them. */
    List<Freeze> take(Instant now, Duration lease) {
        return taken("""
                id in (select id from freezes where next_at <= :now and lifted_at is null
                       order by next_at limit %d for update skip locked)""".formatted(ROUND), null, now, lease);
    }

    /** Takes this one, if it waits and nobody has it. */
    Optional<Freeze> take(UUID id, Instant now, Duration lease) {
        return taken("id = :id and next_at <= :now and lifted_at is null", id, now, lease).stream()
                .findFirst();
    }

    private List<Freeze> taken(String which, @Nullable UUID id, Instant now, Duration lease) {
        return jdbc.sql("update freezes set next_at = :until, attempts = attempts + 1 where " + which + " returning *")
                .param("id", id)
                .param("now", utc(now))
                .param("until", utc(now.plus(lease)))
                .query(FreezeRows::read)
                .list();
    }

    void blocked(UUID id, Instant now) {
        jdbc.sql("update freezes set blocked_at = coalesce(blocked_at, :now) where id = :id")
                .param("id", id)
                .param("now", utc(now))
                .update();
    }

    void signedOut(UUID id, Instant now) {
        jdbc.sql("update freezes set signed_out_at = coalesce(signed_out_at, :now) where id = :id")
                .param("id", id)
                .param("now", utc(now))
                .update();
    }

    /** When the directory is asked again; null when there is nothing left to ask. */
    void next(UUID id, @Nullable Instant at) {
        jdbc.sql("update freezes set next_at = :at where id = :id and lifted_at is null")
                .param("id", id)
                .param("at", at == null ? null : utc(at))
                .update();
    }

    /** Says whether it was this call that lifted it. */
    boolean lift(UUID id, Agent by, Instant now) {
        return jdbc.sql("""
                        update freezes set lifted_at = :now, lifted_by = :by, lifted_name = :name, next_at = null
                        where id = :id and lifted_at is null""")
                        .param("id", id)
                        .param("by", by.key())
                        .param("name", by.name())
                        .param("now", utc(now))
                        .update()
                == 1;
    }

    private static Freeze read(ResultSet row, int number) throws SQLException {
        return new Freeze(
                row.getObject("id", UUID.class),
                new CustomerId(new DirectoryId(row.getString("directory")), row.getObject("customer", UUID.class)),
                row.getTimestamp("frozen_at").toInstant(),
                instant(row.getTimestamp("blocked_at")),
                instant(row.getTimestamp("signed_out_at")),
                row.getInt("attempts"),
                instant(row.getTimestamp("lifted_at")));
    }

    private static @Nullable Instant instant(@Nullable Timestamp timestamp) {
        return timestamp == null ? null : timestamp.toInstant();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
