package latchkey.notify;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The mails and text messages that wait for delivery; workers on several nodes may share it. */
@Component
class Outbox {

    private static final Duration LONGEST_WAIT = Duration.ofMinutes(15);

    private final JdbcClient jdbc;
    private final Sealer sealer;
    private final JsonMapper json;
    private final Clock clock;

    Outbox(JdbcClient jdbc, Sealer sealer, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.sealer = sealer;
        this.json = json;
        this.clock = clock;
    }

    /** A mail that a worker has taken and nobody else takes before its lease is over; still sealed. */
    record Taken(UUID id, Way way, Instant createdAt, int attempts, byte[] sealed) {}

    /** The ways by which something leaves. */
    enum Way {
        MAIL,
        TEXT
    }

    /** A mail with its address, as it is sealed. */
    record Addressed(String recipient, Letter letter) {

        @Override
        public String toString() {
            return "Addressed";
        }
    }

    void add(UUID id, Mail mail, Letter letter) {
        add(id, Way.MAIL, mail.template(), new Addressed(mail.to(), letter));
    }

    void add(UUID id, TextMessage message, Letter letter) {
        add(id, Way.TEXT, message.template(), new Addressed(message.to(), letter));
    }

    private void add(UUID id, Way way, String template, Addressed addressed) {
        jdbc.sql("""
            INSERT INTO mails (id, way, created_at, template, sealed, state, next_at)
            VALUES (:id, :way, :now, :template, :sealed, 'WAITING', :now)\
            """)
                .param("id", id)
                .param("way", way.name())
                .param("now", now())
                .param("template", template)
                .param("sealed", sealer.seal(id, json.writeValueAsString(addressed)))
                .update();
    }

    /** The mail itself; {@link Sealer.CannotOpen} when it was sealed under another key. */
    Addressed open(Taken mail) {
        return json.readValue(sealer.open(mail.id(), mail.sealed()), Addressed.class);
    }

    /** Takes mails that are due; the lease makes them due again when this process dies before it settles them. */
    List<Taken> take(int limit, Duration lease) {
        return jdbc.sql("""
            UPDATE mails SET attempts = attempts + 1, next_at = :leaseEnd
            WHERE id IN (SELECT id FROM mails WHERE next_at <= :now ORDER BY next_at LIMIT :limit
                         FOR UPDATE SKIP LOCKED)
            RETURNING id, way, created_at, attempts, sealed\
            """)
                .param("leaseEnd", at(clock.instant().plus(lease)))
                .param("now", now())
                .param("limit", limit)
                .query((row, number) -> new Taken(
                        row.getObject("id", UUID.class),
                        Way.valueOf(row.getString("way")),
                        row.getObject("created_at", OffsetDateTime.class).toInstant(),
                        row.getInt("attempts"),
                        row.getBytes("sealed")))
                .list();
    }

    void delivered(Taken mail) {
        settle(mail, "DELIVERED", null);
    }

    void giveUp(Taken mail, String failure) {
        settle(mail, "GIVEN_UP", failure);
    }

    /** Tries again later, twice as late each time. */
    void postpone(Taken mail, String failure) {
        var wait = Duration.ofSeconds(1L << Math.min(mail.attempts(), 20));
        jdbc.sql("UPDATE mails SET next_at = :next, last_failure = :failure WHERE id = :id AND state = 'WAITING'")
                .param("next", at(clock.instant().plus(wait.compareTo(LONGEST_WAIT) < 0 ? wait : LONGEST_WAIT)))
                .param("failure", failure)
                .param("id", mail.id())
                .update();
    }

    List<UndeliveredMail> givenUpSince(Instant moment) {
        return jdbc.sql("""
            SELECT id, template, settled_at, last_failure FROM mails
            WHERE state = 'GIVEN_UP' AND settled_at >= :moment ORDER BY settled_at DESC LIMIT 100\
            """)
                .param("moment", at(moment))
                .query((row, number) -> new UndeliveredMail(
                        row.getObject("id", UUID.class),
                        row.getString("template"),
                        row.getObject("settled_at", OffsetDateTime.class).toInstant(),
                        row.getString("last_failure")))
                .list();
    }

    /** Forgets that mails were delivered or given up, once nobody asks for them any more. */
    void forgetSettled(Duration after) {
        jdbc.sql("DELETE FROM mails WHERE settled_at < :moment")
                .param("moment", at(clock.instant().minus(after)))
                .update();
    }

    private void settle(Taken mail, String state, @org.jspecify.annotations.Nullable String failure) {
        jdbc.sql("""
            UPDATE mails SET state = :state, next_at = NULL, settled_at = :now, last_failure = :failure,
                sealed = NULL
            WHERE id = :id\
            """)
                .param("state", state)
                .param("now", now())
                .param("failure", failure)
                .param("id", mail.id())
                .update();
    }

    private OffsetDateTime now() {
        return at(clock.instant());
    }

    private static OffsetDateTime at(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }
}
