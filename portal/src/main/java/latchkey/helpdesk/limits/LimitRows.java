package latchkey.helpdesk.limits;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import latchkey.access.Agent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who did what when, one row per thing it was done to, and the alarms. */
@Repository
class LimitRows {

    private final JdbcClient jdbc;

    LimitRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** When the newest but so many was done since then, to something else than this; empty when there are fewer. */
    Optional<Instant> newestBut(int others, String who, String what, String subject, Instant since) {
        return jdbc.sql("""
                select at from limited_deeds
                where who = :who and what = :what and subject <> :subject and at > :since
                order by at desc offset :others limit 1""")
                .param("who", who)
                .param("what", what)
                .param("subject", subject)
                .param("since", utc(since))
                .param("others", others)
                .query((row, number) -> moment(row, "at"))
                .optional();
    }

    /** Notes the deed, and forgets those that count no longer. */
    void note(String who, String what, String subject, Instant now, Instant forgetUntil) {
        jdbc.sql("""
                with old as (delete from limited_deeds where who = :who and what = :what and subject <> :subject
                    and at <= :old)
                insert into limited_deeds (who, what, subject, at) values (:who, :what, :subject, :now)
                on conflict (who, what, subject) do update set at = excluded.at""")
                .param("who", who)
                .param("what", what)
                .param("subject", subject)
                .param("now", utc(now))
                .param("old", utc(forgetUntil))
                .update();
    }

    /** Whether there was none of this agent since then; the caller holds the lock. */
    boolean isFirstAlarm(String agent, Instant since) {
        return jdbc.sql("select count(*) from limit_alarms where agent = :agent and at > :since")
                        .param("agent", agent)
                        .param("since", utc(since))
                        .query(Integer.class)
                        .single()
                == 0;
    }

    void alarm(Agent agent, Limit limit, Instant now, Instant until) {
        jdbc.sql("""
                insert into limit_alarms (id, agent, agent_name, what, at, until)
                values (:id, :agent, :name, :what, :at, :until)""")
                .param("id", UUID.randomUUID())
                .param("agent", agent.key())
                .param("name", agent.name())
                .param("what", limit.key())
                .param("at", utc(now))
                .param("until", utc(until))
                .update();
    }

    List<Alarm> alarms(Instant since) {
        return jdbc.sql("select * from limit_alarms where at > :since order by at desc limit 200")
                .param("since", utc(since))
                .query((row, number) -> new Alarm(
                        row.getString("agent_name"), row.getString("what"), moment(row, "at"), moment(row, "until")))
                .list();
    }

    private static Instant moment(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
