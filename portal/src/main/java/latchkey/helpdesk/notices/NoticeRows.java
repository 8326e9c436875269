package latchkey.helpdesk.notices;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import latchkey.directory.CustomerId;
import latchkey.directory.DirectoryId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Actions of agents with whom to tell of them, as they are kept from just before the write until the mails are written. */
@Repository
class NoticeRows {

    private static final int ROUND = 50;

    private final JdbcClient jdbc;

    NoticeRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** How the telling of an action ended. */
    enum End {
        /** Every address was written to. */
        TOLD,
        /** There was no address to write to. */
        NOBODY,
        /** The settings ask for no notice of such an action. */
        NOT_ASKED,
        /** The action came to nothing. */
        NOTHING
    }

    /** An action with its sealed addresses, null where nobody is to be told. */
    record UnderWay(Deed deed, byte @Nullable [] told) {}

    void insert(Deed deed, byte @Nullable [] told) {
        jdbc.sql("""
                insert into notices (entry, action, directory, customer, case_id, agent, agent_name, ticket, told,
                    state, started_at)
                values (:entry, :action, :directory, :customer, :case, :agent, :agentName, :ticket, :told,
                    'UNDER_WAY', :at)""")
                .param("entry", deed.entry())
                .param("action", deed.action())
                .param("directory", deed.customer().directory().value())
                .param("customer", deed.customer().objectId())
                .param("case", deed.caseId())
                .param("agent", deed.agent())
                .param("agentName", deed.agentName())
                .param("ticket", deed.ticket())
                .param("told", told)
                .param("at", utc(deed.at()))
                .update();
    }

    /** The action if nobody has ended it; until the transaction ends nobody else gets it. */
    Optional<UnderWay> take(UUID entry) {
        return jdbc.sql("select * from notices where entry = :entry and state = 'UNDER_WAY' for update")
                .param("entry", entry)
                .query((row, number) -> new UnderWay(read(row), row.getBytes("told")))
                .optional();
    }

    void end(UUID entry, End end, Instant now) {
        jdbc.sql("update notices set state = :state, ended_at = :now, told = null where entry = :entry")
                .param("entry", entry)
                .param("state", end.name())
                .param("now", utc(now))
                .update();
    }

    /** Actions that began before this moment and that nobody has ended, oldest first. */
    List<UUID> underWaySince(Instant moment) {
        return jdbc.sql("""
                select entry from notices where state = 'UNDER_WAY' and started_at < :moment
                order by started_at limit :limit""")
                .param("moment", utc(moment))
                .param("limit", ROUND)
                .query((row, number) -> row.getObject("entry", UUID.class))
                .list();
    }

    boolean isAnyUnderWay(CustomerId customer) {
        return jdbc.sql("""
                select exists (select 1 from notices
                where directory = :directory and customer = :customer and state = 'UNDER_WAY')""")
                .param("directory", customer.directory().value())
                .param("customer", customer.objectId())
                .query(Boolean.class)
                .single();
    }

    Deed byEntry(UUID entry) {
        return jdbc.sql("select * from notices where entry = :entry")
                .param("entry", entry)
                .query((row, number) -> read(row))
                .single();
    }

    void report(UUID entry, UUID freeze) {
        jdbc.sql("update notices set freeze_id = :freeze where entry = :entry")
                .param("entry", entry)
                .param("freeze", freeze)
                .update();
    }

    /** Whether this agent did something that the freeze is about. */
    boolean isReported(UUID freeze, String agent) {
        return jdbc.sql("select exists (select 1 from notices where freeze_id = :freeze and agent = :agent)")
                .param("freeze", freeze)
                .param("agent", agent)
                .query(Boolean.class)
                .single();
    }

    private static Deed read(ResultSet row) throws SQLException {
        return new Deed(
                row.getObject("entry", UUID.class),
                row.getString("action"),
                new CustomerId(new DirectoryId(row.getString("directory")), row.getObject("customer", UUID.class)),
                row.getObject("case_id", UUID.class),
                row.getString("agent"),
                row.getString("agent_name"),
                row.getString("ticket"),
                row.getTimestamp("started_at").toInstant());
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
