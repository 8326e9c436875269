package latchkey.access.sessions;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import latchkey.access.DeskSession;
import latchkey.access.DeskSession.Ending;
import latchkey.access.employees.SignedIn;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Sessions by the hash of their id: who reads this table can ride on none of them. */
@Repository
class SessionRows {

    private static final String SELECT = """
            select s.id, s.agent_key, s.person, a.name, s.browser, s.fingerprint, s.network, s.since, s.seen_at, s.ended_why
            from desk_sessions s join agents a using (agent_key)
            """;

    private final JdbcClient jdbc;

    SessionRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What is kept of one session. */
    record Kept(
            DeskSession session,
            String fingerprint,
            @Nullable Ending ended) {}

    void insert(UUID id, String sessionId, SignedIn employee, String agentKey, String person, Client client) {
        jdbc.sql("""
                insert into desk_sessions (id, session, agent_key, person, issuer_session, browser, fingerprint, network,
                    since, seen_at)
                values (:id, :session, :key, :person, :issuers, :browser, :fingerprint, :network, :now, :now)""")
                .param("id", id)
                .param("session", Client.hash(sessionId))
                .param("key", agentKey)
                .param("person", person)
                .param("issuers", employee.sid() == null ? null : Client.hash(employee.sid()))
                .param("browser", client.browser())
                .param("fingerprint", client.fingerprint())
                .param("network", client.network())
                .param("now", utc(employee.since()))
                .update();
    }

    Optional<Kept> of(String sessionId) {
        return jdbc.sql(SELECT + "where session = :session")
                .param("session", Client.hash(sessionId))
                .query(SessionRows::kept)
                .optional();
    }

    List<DeskSession> open(Instant begunAfter, Instant seenAfter) {
        return jdbc.sql(SELECT + """
                        where ended_at is null and since > :begun and s.seen_at > :seen
                        order by name, since""")
                .param("begun", utc(begunAfter))
                .param("seen", utc(seenAfter))
                .query((row, number) -> session(row))
                .list();
    }

    List<DeskSession> ofIssuersSession(String sid) {
        return jdbc.sql(SELECT + "where issuer_session = :issuers and ended_at is null")
                .param("issuers", Client.hash(sid))
                .query((row, number) -> session(row))
                .list();
    }

    void seen(UUID id, Instant now) {
        jdbc.sql("update desk_sessions set seen_at = :now where id = :id and seen_at < :now")
                .param("id", id)
                .param("now", utc(now))
                .update();
    }

    /** Says whether it was still open. */
    boolean end(UUID id, Ending why, Instant now) {
        return jdbc.sql(
                                "update desk_sessions set ended_at = :now, ended_why = :why where id = :id and ended_at is null")
                        .param("id", id)
                        .param("why", why.name())
                        .param("now", utc(now))
                        .update()
                > 0;
    }

    void forget(Instant lastSeenBefore) {
        jdbc.sql("delete from desk_sessions where seen_at < :then")
                .param("then", utc(lastSeenBefore))
                .update();
    }

    private static Kept kept(ResultSet row, int number) throws SQLException {
        var ended = row.getString("ended_why");
        return new Kept(session(row), row.getString("fingerprint"), ended == null ? null : Ending.valueOf(ended));
    }

    private static DeskSession session(ResultSet row) throws SQLException {
        return new DeskSession(
                Objects.requireNonNull(row.getObject("id", UUID.class)),
                row.getString("agent_key"),
                row.getString("person"),
                row.getString("name"),
                row.getString("browser"),
                row.getString("network"),
                moment(row, "since"),
                moment(row, "seen_at"));
    }

    private static Instant moment(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(row.getObject(column, OffsetDateTime.class))
                .toInstant();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
