package latchkey.helpdesk.verification;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import latchkey.access.Agent;
import latchkey.directory.CustomerId;
import latchkey.directory.DirectoryId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Overrides as they are kept; each step is one conditional update, so that of two racers one wins. */
@Repository
class OverrideRows {

    private static final int LISTED = 200;
    private static final int REMEMBERED = 20;

    private final JdbcClient jdbc;

    OverrideRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Keeps it unless the case has one that waits; says whether it was this call. */
    boolean ask(OverrideCase asked) {
        return jdbc.sql("""
                        insert into overrides (id, case_id, directory, customer, agent, agent_name, agent_person,
                            asked_because, asked_at, state)
                        values (:id, :case, :directory, :customer, :agent, :name, :person, :because, :at, 'ASKED')
                        on conflict (case_id) where state = 'ASKED' do nothing""")
                        .param("id", asked.id())
                        .param("case", asked.caseId())
                        .param("directory", asked.customer().directory().value())
                        .param("customer", asked.customer().objectId())
                        .param("agent", asked.asked().by())
                        .param("name", asked.asked().name())
                        .param("person", asked.asked().person())
                        .param("because", asked.asked().because())
                        .param("at", utc(asked.asked().at()))
                        .update()
                == 1;
    }

    /** Makes room for another request of a case whose last one nobody answered in time. */
    void forget(UUID caseId, Instant askedBefore) {
        jdbc.sql("""
                update overrides set state = 'LAPSED'
                where case_id = :case and state = 'ASKED' and asked_at < :before""").param("case", caseId).param("before", utc(askedBefore)).update();
    }

    boolean give(UUID id, Agent by, String because, Instant now, Instant countsUntil, Instant askedSince) {
        return jdbc.sql("""
                        update overrides set state = 'GIVEN', given_by = :by, given_name = :name,
                            given_person = :person, given_because = :because, given_at = :now, counts_until = :until
                        where id = :id and state = 'ASKED' and asked_at >= :since""")
                        .param("id", id)
                        .param("by", by.key())
                        .param("name", by.name())
                        .param("person", by.person())
                        .param("because", because)
                        .param("now", utc(now))
                        .param("until", utc(countsUntil))
                        .param("since", utc(askedSince))
                        .update()
                == 1;
    }

    boolean review(UUID id, Agent by, OverrideCase.Finding finding, String words, Instant now) {
        return jdbc.sql("""
                        update overrides set state = 'REVIEWED', reviewed_by = :by, reviewed_name = :name,
                            reviewed_at = :now, finding = :finding, finding_words = :words
                        where id = :id and state = 'GIVEN'""")
                        .param("id", id)
                        .param("by", by.key())
                        .param("name", by.name())
                        .param("now", utc(now))
                        .param("finding", finding.name())
                        .param("words", words)
                        .update()
                == 1;
    }

    Optional<OverrideCase> byId(UUID id) {
        return jdbc.sql("select * from overrides where id = :id")
                .param("id", id)
                .query(OverrideRows::read)
                .optional();
    }

    /** The request of that case that a supervisor can still answer. */
    Optional<OverrideCase> asked(UUID caseId, Instant askedSince) {
        return jdbc.sql("select * from overrides where case_id = :case and state = 'ASKED' and asked_at >= :since")
                .param("case", caseId)
                .param("since", utc(askedSince))
                .query(OverrideRows::read)
                .optional();
    }

    /** Those that wait for an answer or a review, oldest first. */
    List<OverrideCase> open(Instant askedSince) {
        return jdbc.sql("""
                select * from overrides where state = 'GIVEN' or (state = 'ASKED' and asked_at >= :since)
                order by asked_at limit :limit""")
                .param("since", utc(askedSince))
                .param("limit", LISTED)
                .query(OverrideRows::read)
                .list();
    }

    /** The last that were reviewed, newest first. */
    List<OverrideCase> reviewed() {
        return jdbc.sql("select * from overrides where state = 'REVIEWED' order by reviewed_at desc limit :limit")
                .param("limit", REMEMBERED)
                .query(OverrideRows::read)
                .list();
    }

    private static OverrideCase read(ResultSet row, int number) throws SQLException {
        var finding = row.getString("finding");
        return new OverrideCase(
                row.getObject("id", UUID.class),
                row.getObject("case_id", UUID.class),
                new CustomerId(new DirectoryId(row.getString("directory")), row.getObject("customer", UUID.class)),
                new OverrideCase.Word(
                        row.getString("agent"),
                        row.getString("agent_person"),
                        row.getString("agent_name"),
                        row.getString("asked_because"),
                        Objects.requireNonNull(moment(row, "asked_at"))),
                OverrideCase.State.valueOf(row.getString("state")),
                given(row),
                moment(row, "counts_until"),
                reviewed(row),
                finding == null ? null : OverrideCase.Finding.valueOf(finding));
    }

    private static OverrideCase.@Nullable Word given(ResultSet row) throws SQLException {
        var at = moment(row, "given_at");
        return at == null
                ? null
                : new OverrideCase.Word(
                        row.getString("given_by"),
                        row.getString("given_person"),
                        row.getString("given_name"),
                        row.getString("given_because"),
                        at);
    }

    private static OverrideCase.@Nullable Word reviewed(ResultSet row) throws SQLException {
        var at = moment(row, "reviewed_at");
        return at == null
                ? null
                : new OverrideCase.Word(
                        row.getString("reviewed_by"),
                        "",
                        row.getString("reviewed_name"),
                        row.getString("finding_words"),
                        at);
    }

    private static @Nullable Instant moment(ResultSet row, String column) throws SQLException {
        var value = row.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
