package latchkey.erasure;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import latchkey.access.Agent;
import latchkey.directory.CustomerId;
import latchkey.directory.DirectoryId;
import latchkey.erasure.ErasureRequest.Asker;
import latchkey.erasure.ErasureRequest.State;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Requests as they are kept; of two who decide at once one does. */
@Repository
class ErasureRows {

    private static final int SHOWN = 100;

    private final JdbcClient jdbc;

    ErasureRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Says whether it was this call that asked. */
    boolean insert(ErasureRequest asked) {
        closeExpired(asked.customer(), asked.askedAt());
        return jdbc.sql("""
                        insert into erasures (id, directory, customer, key_id, asked_by, asked_person, asked_name, ticket,
                            sealed, asked_at, expires_at, state)
                        values (:id, :directory, :customer, :key, :by, :person, :name, :ticket,
                            :sealed, :askedAt, :expiresAt, 'ASKED')
                        on conflict (directory, customer) where state = 'ASKED' do nothing""")
                        .param("id", asked.id())
                        .param("directory", asked.customer().directory().value())
                        .param("customer", asked.customer().objectId())
                        .param("key", asked.key())
                        .param("by", asked.by().agent())
                        .param("person", asked.by().person())
                        .param("name", asked.by().name())
                        .param("ticket", asked.ticket())
                        .param("sealed", asked.sealedReason())
                        .param("askedAt", utc(asked.askedAt()))
                        .param("expiresAt", utc(asked.expiresAt()))
                        .update()
                == 1;
    }

    /** Says whether it was this call that decided; never for whoever asked. */
    boolean decide(UUID id, State decision, Agent by, Instant now) {
        return jdbc.sql("""
                        update erasures set state = :decision, decided_by = :by, decided_name = :name, decided_at = :now
                        where id = :id and state = 'ASKED' and asked_by <> :by and asked_person <> :person
                        and expires_at > :now""")
                        .param("id", id)
                        .param("decision", decision.name())
                        .param("by", by.key())
                        .param("person", by.person())
                        .param("name", by.name())
                        .param("now", utc(now))
                        .update()
                == 1;
    }

    Optional<ErasureRequest> byId(UUID id) {
        return jdbc.sql("select * from erasures where id = :id")
                .param("id", id)
                .query(ErasureRows::read)
                .optional();
    }

    List<ErasureRequest> latest() {
        return jdbc.sql("select * from erasures order by asked_at desc limit :limit")
                .param("limit", SHOWN)
                .query(ErasureRows::read)
                .list();
    }

    private void closeExpired(CustomerId customer, Instant now) {
        jdbc.sql("""
                update erasures set state = 'EXPIRED'
                where directory = :directory and customer = :customer and state = 'ASKED' and expires_at <= :now""")
                .param("directory", customer.directory().value())
                .param("customer", customer.objectId())
                .param("now", utc(now))
                .update();
    }

    private static ErasureRequest read(ResultSet row, int number) throws SQLException {
        return new ErasureRequest(
                row.getObject("id", UUID.class),
                new CustomerId(new DirectoryId(row.getString("directory")), row.getObject("customer", UUID.class)),
                row.getObject("key_id", UUID.class),
                new Asker(row.getString("asked_by"), row.getString("asked_person"), row.getString("asked_name")),
                row.getString("ticket"),
                row.getBytes("sealed"),
                row.getTimestamp("asked_at").toInstant(),
                row.getTimestamp("expires_at").toInstant(),
                State.valueOf(row.getString("state")),
                row.getString("decided_name"),
                moment(row));
    }

    private static @Nullable Instant moment(ResultSet row) throws SQLException {
        var at = row.getTimestamp("decided_at");
        return at == null ? null : at.toInstant();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
