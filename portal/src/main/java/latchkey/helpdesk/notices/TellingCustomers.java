package latchkey.helpdesk.notices;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import latchkey.api.Problem;
import latchkey.api.ProblemException;
import latchkey.audit.AuditUnavailable;
import latchkey.audit.AuditedChange;
import latchkey.database.OneByOne;
import latchkey.helpdesk.action.Action;
import latchkey.helpdesk.action.Attempt;
import latchkey.helpdesk.action.Notice;
import latchkey.notify.Sealer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes down, before an action is carried out, whom to tell of it, and tells them when it has ended. A process that
 * dies in between leaves the row, and {@link CatchingUp} finds it.
 */
@Component
class TellingCustomers implements Notice {

    private static final Logger LOG = LoggerFactory.getLogger(TellingCustomers.class);

    private final NoticeRows rows;
    private final FreezeRows freezes;
    private final NoticeMails mails;
    private final Recipients recipients;
    private final NoticeSettings settings;
    private final Sealer sealer;
    private final JsonMapper json;
    private final TransactionTemplate transaction;
    private final OneByOne oneByOne;
    private final Clock clock;

    TellingCustomers(
            NoticeRows rows,
            FreezeRows freezes,
            NoticeMails mails,
            Recipients recipients,
            NoticeSettings settings,
            Sealer sealer,
            JsonMapper json,
            TransactionTemplate transaction,
            OneByOne oneByOne,
            Clock clock) {
        this.rows = rows;
        this.freezes = freezes;
        this.mails = mails;
        this.recipients = recipients;
        this.settings = settings;
        this.sealer = sealer;
        this.json = json;
        this.transaction = transaction;
        this.oneByOne = oneByOne;
        this.clock = clock;
    }

    /** An action that gets past this was begun before any freeze, and the freeze waits for its end. */
    @Override
    public void begins(Action<?> action, Attempt<?> attempt, AuditedChange announced) {
        var customer = attempt.customer().id();
        oneByOne.run(FreezeRows.turn(customer), () -> {
            if (freezes.current(customer).isPresent()) {
                throw new ProblemException(Problem.CUSTOMER_FROZEN);
            }
            rows.insert(deed(action, attempt, announced), told(action, attempt, announced));
        });
    }

    @Override
    public void ends(AuditedChange announced, Ending ending) {
        try {
            end(announced.id(), ending);
        } catch (DataAccessException | TransactionException | AuditUnavailable e) {
            LOG.warn("The customer is not told of {} yet: {}", announced.id(), e.getMessage());
        }
    }

    /** Tells everybody once, whoever calls this and however often: mails and the row's new state are one commit. */
    void end(UUID entry, Ending ending) {
        transaction.executeWithoutResult(open ->
                rows.take(entry).ifPresent(underWay -> rows.end(entry, end(underWay, ending), clock.instant())));
    }

    private NoticeRows.End end(NoticeRows.UnderWay underWay, Ending ending) {
        if (ending == Ending.CAME_TO_NOTHING) {
            return NoticeRows.End.NOTHING;
        }
        var sealed = underWay.told();
        if (sealed == null) {
            return NoticeRows.End.NOT_ASKED;
        }
        var told = json.readValue(sealer.open(underWay.deed().entry(), sealed), Told.class);
        return mails.tell(underWay.deed(), told, ending);
    }

    private Deed deed(Action<?> action, Attempt<?> attempt, AuditedChange announced) {
        var under = attempt.under();
        return new Deed(
                announced.id(),
                action.name(),
                attempt.customer().id(),
                under.id(),
                attempt.agent().key(),
                attempt.agent().name(),
                under.ticket(),
                clock.instant().truncatedTo(ChronoUnit.MICROS));
    }

    private byte @Nullable [] told(Action<?> action, Attempt<?> attempt, AuditedChange announced) {
        return settings.after().contains(action.name())
                ? sealer.seal(announced.id(), json.writeValueAsString(recipients.of(attempt)))
                : null;
    }
}
