package latchkey.audit;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Finds announced changes whose outcome never came, because a process died in between, and says so in the trail. */
final class OutcomeSweep {

    static final String CODE = "outcome-missing";

    private static final Logger LOG = LoggerFactory.getLogger(OutcomeSweep.class);

    private static final Outcome REPORTED =
            new Outcome(Outcome.Result.UNKNOWN, CODE, null, Map.of("reported-by", "sweep"));

    private static final String OPEN = """
            SELECT e.id, e.body FROM audit_entries e
            WHERE e.kind = 'announced' AND e.at < ? AND e.at > ?
              AND NOT EXISTS (SELECT 1 FROM audit_entries o WHERE o.announcement = e.id)
            ORDER BY e.sequence LIMIT 500""";

    private final JdbcClient jdbc;

    private final Trail trail;

    private final Duration within;

    private final Clock clock;

    OutcomeSweep(JdbcClient jdbc, Trail trail, AuditSettings settings, Clock clock) {
        this.jdbc = jdbc;
        this.trail = trail;
        this.within = settings.outcomeWithin();
        this.clock = clock;
    }

    RecurringTask<Void> everyMinute() {
        return Tasks.recurring("audit-outcomes", FixedDelay.ofMinutes(1)).execute((instance, context) -> sweep());
    }

    /** Records an unknown outcome for each; a real one that comes later stands after it and wins. */
    void sweep() {
        var now = clock.instant().atOffset(ZoneOffset.UTC);
        var open = jdbc.sql(OPEN)
                .params(now.minus(within), now.minusDays(30))
                .query((row, number) -> change(row.getObject("id", UUID.class), row.getString("body")))
                .list();
        if (!open.isEmpty()) {
            LOG.warn(
                    "{} announced changes have no outcome, from {} on",
                    open.size(),
                    open.getFirst().id());
        }
        open.forEach(change -> trail.record(change, REPORTED));
    }

    private static AuditedChange change(UUID id, String body) {
        return new AuditedChange(id, Body.parse(body).announcement(null));
    }
}
