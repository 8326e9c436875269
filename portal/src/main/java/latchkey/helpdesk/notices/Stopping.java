package latchkey.helpdesk.notices;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import latchkey.audit.Actor;
import latchkey.audit.Announcement;
import latchkey.audit.AuditUnavailable;
import latchkey.audit.AuditedChange;
import latchkey.audit.Outcome;
import latchkey.audit.Trail;
import latchkey.directory.Directories;
import latchkey.directory.Directory;
import latchkey.directory.DirectoryFailure;
import latchkey.directory.Receipt;
import latchkey.helpdesk.action.Failures;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Closes a frozen customer's sign-in and ends their sessions, again and again until the directory has taken both. */
@Component
class Stopping {

    private static final Logger LOG = LoggerFactory.getLogger(Stopping.class);

    /** Longer than two calls to the directory take. */
    private static final Duration LEASE = Duration.ofMinutes(2);

    private static final Duration LONGEST_WAIT = Duration.ofMinutes(5);

    private final FreezeRows freezes;
    private final NoticeRows notices;
    private final Directories directories;
    private final Trail trail;
    private final Clock clock;

    Stopping(FreezeRows freezes, NoticeRows notices, Directories directories, Trail trail, Clock clock) {
        this.freezes = freezes;
        this.notices = notices;
        this.directories = directories;
        this.trail = trail;
        this.clock = clock;
    }

    /** The first attempt, while the customer waits for the page. */
    void now(UUID freeze) {
        freezes.take(freeze, clock.instant(), LEASE).ifPresent(this::stop);
    }

    /** Whatever is due. */
    void due() {
        freezes.take(clock.instant(), LEASE).forEach(this::stop);
    }

    private void stop(Freeze freeze) {
        // An action that was under way when the customer said no may open again what is closed here.
        var again = notices.isAnyUnderWay(freeze.customer());
        var stopped = directories
                .forAgents(freeze.customer().directory())
                .map(directory -> stop(freeze, directory))
                .orElse(false);
        freezes.next(freeze.id(), stopped && !again ? null : clock.instant().plus(wait(freeze)));
    }

    private boolean stop(Freeze freeze, Directory directory) {
        var customer = freeze.customer();
        var blocked = attempt(
                freeze, "block-sign-in", announced -> directory.signIns().block(customer, announced));
        if (blocked) {
            freezes.blocked(freeze.id(), clock.instant());
        }
        var signedOut = attempt(
                freeze, "revoke-sessions", announced -> directory.signIns().revokeSessions(customer, announced));
        if (signedOut) {
            freezes.signedOut(freeze.id(), clock.instant());
        }
        return blocked && signedOut;
    }

    private boolean attempt(Freeze freeze, String action, Function<AuditedChange, Receipt> write) {
        try {
            return attempt(trail.announce(announcement(freeze, action)), write);
        } catch (AuditUnavailable e) {
            LOG.error("Freeze {} waits: the trail takes no entry", freeze.id());
            return false;
        }
    }

    private boolean attempt(AuditedChange announced, Function<AuditedChange, Receipt> write) {
        try {
            trail.record(announced, Outcome.done(write.apply(announced).requestId()));
            return true;
        } catch (DirectoryFailure.NotFound gone) {
            trail.record(announced, Outcome.failed(Failures.problem(gone).code(), gone.requestId()));
            return true;
        } catch (DirectoryFailure.OutcomeUnknown lost) {
            trail.record(announced, Outcome.unknown(Failures.problem(lost).code(), lost.requestId()));
            return false;
        } catch (DirectoryFailure failure) {
            trail.record(announced, Outcome.failed(Failures.problem(failure).code(), failure.requestId()));
            return false;
        }
    }

    /** The customer's own act, in the words of the trail. */
    private static Announcement announcement(Freeze freeze, String action) {
        var customer = freeze.customer();
        return new Announcement(
                new Actor(Actor.Kind.CUSTOMER, customer.toString(), "", Set.of()),
                action,
                customer.subject(),
                null,
                null,
                null,
                Map.of("freeze", freeze.id().toString()),
                Map.of());
    }

    private static Duration wait(Freeze freeze) {
        var wait = Duration.ofSeconds(5L << Math.min(freeze.attempts(), 10));
        return wait.compareTo(LONGEST_WAIT) < 0 ? wait : LONGEST_WAIT;
    }
}
