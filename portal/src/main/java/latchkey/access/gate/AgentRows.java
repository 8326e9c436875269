package latchkey.access.gate;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import latchkey.access.Authenticated;
import latchkey.access.employees.SignedIn;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Employees as their issuer last described them. */
@Repository
class AgentRows {

    private final JdbcClient jdbc;

    AgentRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void note(String key, SignedIn employee, Instant now) {
        jdbc.sql("""
                insert into agents (agent_key, issuer, object_id, name, username, email, claims, seen_at)
                values (:key, :issuer, :objectId, :name, :username, :email, :claims, :now)
                on conflict (agent_key) do update set name = excluded.name, username = excluded.username,
                    email = coalesce(excluded.email, agents.email), claims = excluded.claims,
                    seen_at = excluded.seen_at, signed_out = false""")
                .param("key", key)
                .param("issuer", employee.issuer())
                .param("objectId", employee.objectId())
                .param("name", employee.name())
                .param("username", employee.username())
                .param("email", employee.email())
                .param("claims", employee.claims().toArray(String[]::new))
                .param("now", utc(now))
                .update();
    }

    void signOut(String key) {
        jdbc.sql("update agents set signed_out = true where agent_key = :key")
                .param("key", key)
                .update();
    }

    Optional<SignedIn> byKey(String key) {
        return jdbc.sql("select * from agents where agent_key = :key")
                .param("key", key)
                .query(AgentRows::read)
                .optional();
    }

    List<SignedIn> seenSince(Instant then) {
        return jdbc.sql("select * from agents where seen_at > :then and not signed_out order by seen_at desc limit 500")
                .param("then", utc(then))
                .query(AgentRows::read)
                .list();
    }

    private static SignedIn read(ResultSet row, int number) throws SQLException {
        return new SignedIn(
                row.getString("issuer"),
                row.getString("object_id"),
                row.getString("name"),
                row.getString("username"),
                row.getString("email"),
                Set.of((String[]) row.getArray("claims").getArray()),
                null,
                null,
                row.getTimestamp("seen_at").toInstant(),
                Authenticated.NOT_SAID);
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
