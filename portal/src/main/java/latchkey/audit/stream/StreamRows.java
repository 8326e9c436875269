package latchkey.audit.stream;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import latchkey.audit.stream.Receiver.Line;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** How far each receiver is, and what comes next for it. */
final class StreamRows {

    private static final Duration LONGEST_WAIT = Duration.ofMinutes(5);

    private final JsonMapper json = new JsonMapper();
    private final JdbcClient jdbc;
    private final Clock clock;

    StreamRows(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A turn that nobody else has before its lease is over. */
    record Turn(String receiver, long delivered, int attempts) {}

    /** Empty while another node has the turn, or the next attempt is not due. */
    Optional<Turn> take(String receiver, Duration lease) {
        jdbc.sql("insert into audit_streams (receiver, next_at) values (:receiver, :now) on conflict do nothing")
                .param("receiver", receiver)
                .param("now", at(Duration.ZERO))
                .update();
        return jdbc.sql("""
                update audit_streams set attempts = attempts + 1, next_at = :lease
                where receiver = (select receiver from audit_streams where receiver = :receiver and next_at <= :now
                                  for update skip locked)
                returning receiver, delivered, attempts""")
                .param("receiver", receiver)
                .param("now", at(Duration.ZERO))
                .param("lease", at(lease))
                .query((row, number) -> new Turn(row.getString(1), row.getLong(2), row.getInt(3)))
                .optional();
    }

    /**
     * The entries after the last that was delivered. Numbers are given under the lock of the chain and so committed in their
     * order: nothing with a smaller one comes later.
     */
    List<Line> next(Turn turn, int most) {
        return jdbc.sql(
                        "select sequence, body from audit_entries where sequence > :delivered order by sequence limit :most")
                .param("delivered", turn.delivered())
                .param("most", most)
                .query((row, number) -> new Line(row.getLong(1), withoutSealed(row.getString(2))))
                .list();
    }

    /** Whoever lost the turn meanwhile moves nothing. */
    void delivered(Turn turn, long last) {
        jdbc.sql("""
                update audit_streams set delivered = :last, attempts = 0, next_at = :now, failure = null
                where receiver = :receiver and delivered = :delivered""")
                .param("last", last)
                .param("now", at(Duration.ZERO))
                .param("receiver", turn.receiver())
                .param("delivered", turn.delivered())
                .update();
    }

    /** Tries again later, twice as late each time. */
    void failed(Turn turn, String failure) {
        var wait = Duration.ofSeconds(1L << Math.min(turn.attempts(), 20));
        jdbc.sql("""
                update audit_streams set next_at = :next, failure = :failure
                where receiver = :receiver and delivered = :delivered""")
                .param("next", at(wait.compareTo(LONGEST_WAIT) < 0 ? wait : LONGEST_WAIT))
                .param("failure", failure)
                .param("receiver", turn.receiver())
                .param("delivered", turn.delivered())
                .update();
    }

    /** What is sealed stays here; the watching system could do nothing with it. */
    private String withoutSealed(String body) {
        var entry = (ObjectNode) json.readTree(body);
        entry.remove(List.of("sealed", "key"));
        return entry.toString();
    }

    private java.time.OffsetDateTime at(Duration later) {
        return clock.instant().plus(later).atOffset(ZoneOffset.UTC);
    }
}
