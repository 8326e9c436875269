package latchkey.helpdesk.notices;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import latchkey.audit.AuditEntry;
import latchkey.audit.AuditReader;
import latchkey.audit.Outcome;
import latchkey.helpdesk.action.Notice.Ending;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Ends what a process that died has left under way: the trail knows how the action ended. */
@Component
class CatchingUp {

    private static final Logger LOG = LoggerFactory.getLogger(CatchingUp.class);

    /** Whoever still lives ends an action by itself a moment after its outcome. */
    private static final Duration LEFT_ALONE = Duration.ofSeconds(20);

    private final NoticeRows rows;
    private final TellingCustomers telling;
    private final AuditReader trail;
    private final Clock clock;

    CatchingUp(NoticeRows rows, TellingCustomers telling, AuditReader trail, Clock clock) {
        this.rows = rows;
        this.telling = telling;
        this.trail = trail;
        this.clock = clock;
    }

    void catchUp() {
        rows.underWaySince(clock.instant().minus(LEFT_ALONE)).forEach(this::catchUp);
    }

    /** One that cannot be ended must not keep the others waiting. */
    private void catchUp(UUID entry) {
        try {
            ending(entry).ifPresent(ending -> telling.end(entry, ending));
        } catch (RuntimeException e) {
            LOG.error("The customer cannot be told of {}, trying again", entry, e);
        }
    }

    /** Empty while the outcome is open: the trail's own sweep calls it unknown after a while. */
    private Optional<Ending> ending(UUID entry) {
        return trail.byId(entry).map(AuditEntry::outcome).map(Outcome::result).map(result -> switch (result) {
            case DONE -> Ending.HAPPENED;
            case UNKNOWN -> Ending.MAY_HAVE_HAPPENED;
            case FAILED -> Ending.CAME_TO_NOTHING;
        });
    }
}
