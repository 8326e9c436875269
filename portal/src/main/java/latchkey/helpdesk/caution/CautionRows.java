package latchkey.helpdesk.caution;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import latchkey.access.Agent;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** When caution was raised and ended; read from the database each time, so that all nodes know at once. */
@Repository
class CautionRows {

    private final JdbcClient jdbc;

    CautionRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Raised> current(Instant now) {
        return jdbc.sql("select * from caution where ended_at is null and until > :now order by until desc limit 1")
                .param("now", utc(now))
                .query(CautionRows::read)
                .optional();
    }

    List<Raised> latest(int limit) {
        return jdbc.sql("select * from caution order by raised_at desc limit :limit")
                .param("limit", limit)
                .query(CautionRows::read)
                .list();
    }

    void raise(Agent by, String why, Instant now, Duration span) {
        jdbc.sql("""
                insert into caution (id, raised_by, raised_by_name, why, raised_at, until)
                values (:id, :by, :name, :why, :now, :until)""")
                .param("id", UUID.randomUUID())
                .param("by", by.key())
                .param("name", by.name())
                .param("why", why)
                .param("now", utc(now))
                .param("until", utc(now.plus(span)))
                .update();
    }

    /** Says whether there was anything to end. */
    boolean end(Agent by, String why, Instant now) {
        return jdbc.sql("""
                        update caution set ended_at = :now, ended_by = :by, ended_by_name = :name, ended_why = :why
                        where ended_at is null and until > :now""")
                        .param("by", by.key())
                        .param("name", by.name())
                        .param("why", why)
                        .param("now", utc(now))
                        .update()
                > 0;
    }

    private static Raised read(ResultSet row, int number) throws SQLException {
        return new Raised(
                row.getString("raised_by_name"),
                row.getString("why"),
                Objects.requireNonNull(moment(row, "raised_at")),
                Objects.requireNonNull(moment(row, "until")),
                moment(row, "ended_at"),
                row.getString("ended_by_name"),
                row.getString("ended_why"));
    }

    private static @Nullable Instant moment(ResultSet row, String column) throws SQLException {
        var value = row.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
