package latchkey.helpdesk.credentials;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import latchkey.audit.AuditUnavailable;
import latchkey.audit.Outcome;
import latchkey.audit.Trail;
import latchkey.directory.Directories;
import latchkey.directory.Directory;
import latchkey.directory.DirectoryFailure;
import latchkey.helpdesk.customer.Standstills;
import latchkey.helpdesk.verification.LinkToken;
import latchkey.settings.Secret;
import org.springframework.stereotype.Service;

/** The customer's side of a reset: a link works for one password, once, for a while. */
@Service
public class PasswordChoosing {

    /** Longer than a call to the directory takes; after a crash the link works again. */
    private static final Duration CLAIM = Duration.ofMinutes(1);

    private final ResetLinkRows rows;
    private final PasswordRules rules;
    private final Directories directories;
    private final CustomerEntries entries;
    private final AfterChoice after;
    private final Standstills standstills;
    private final Trail trail;
    private final Clock clock;

    PasswordChoosing(
            ResetLinkRows rows,
            PasswordRules rules,
            Directories directories,
            CustomerEntries entries,
            AfterChoice after,
            Standstills standstills,
            Trail trail,
            Clock clock) {
        this.rows = rows;
        this.rules = rules;
        this.directories = directories;
        this.entries = entries;
        this.after = after;
        this.standstills = standstills;
        this.trail = trail;
        this.clock = clock;
    }

    /** What a password must be like, if the link can be used now; looking uses nothing up. */
    public Optional<PasswordLengths> look(String token) {
        return working(new LinkToken(token))
                .map(link -> new PasswordLengths(rules.shortest(link.customer()), rules.longest(link.customer())));
    }

    /**
     * Sets the password, ends the customer's sessions and tells every address on file.
     *
     * @throws AuditUnavailable when the trail took no entry; nothing was changed then and the link still works
     */
    public Choice choose(String token, Secret password) {
        var link = new LinkToken(token);
        return working(link).map(found -> choose(link, found, password)).orElseGet(Choice.NoLongerWorks::new);
    }

    /** Nobody comes in by a link that was sent before the customer said: this was not me. */
    private Optional<ResetLink> working(LinkToken token) {
        return rows.working(token, clock.instant())
                .filter(link -> standstills.of(link.customer()).isEmpty());
    }

    /** A weak password costs no try, so that people who are learning the rules are not locked out. */
    private Choice choose(LinkToken token, ResetLink link, Secret password) {
        var weaknesses = rules.weaknesses(link.customer(), password.reveal());
        if (!weaknesses.isEmpty()) {
            return new Choice.TooWeak(weaknesses);
        }
        var now = clock.instant();
        return rows.claim(token, now, now.plus(CLAIM))
                .map(claimed -> choose(claimed, password))
                .orElseGet(Choice.NoLongerWorks::new);
    }

    private Choice choose(ResetLink link, Secret password) {
        var choice = set(link, password);
        if (choice instanceof Choice.Chosen) {
            rows.use(link.id(), clock.instant());
            after.chosen(link);
        } else {
            rows.giveBack(link.id());
        }
        return choice;
    }

    private Choice set(ResetLink link, Secret password) {
        var directory = directories.forAgents(link.customer().directory());
        try {
            return directory.map(found -> set(found, link, password)).orElseGet(Choice.NoLongerWorks::new);
        } catch (AuditUnavailable e) {
            rows.giveBack(link.id());
            throw e;
        }
    }

    private Choice set(Directory directory, ResetLink link, Secret password) {
        var announced = trail.announce(entries.choosePassword(link));
        try {
            var receipt = directory.passwords().set(link.customer(), password, announced);
            trail.record(announced, Outcome.done(receipt.requestId()));
            return new Choice.Chosen();
        } catch (DirectoryFailure.InvalidValue weak) {
            trail.record(announced, Outcome.failed("password-too-weak", weak.requestId()));
            return new Choice.TooWeak(Set.of(Weakness.REFUSED_BY_DIRECTORY));
        } catch (DirectoryFailure.NotFound gone) {
            trail.record(announced, Outcome.failed("customer-not-found", gone.requestId()));
            return new Choice.NoLongerWorks();
        } catch (DirectoryFailure.OutcomeUnknown lost) {
            trail.record(announced, Outcome.unknown("outcome-unknown", lost.requestId()));
            return new Choice.TryAgain();
        } catch (DirectoryFailure failure) {
            trail.record(announced, Outcome.failed("directory-unavailable", failure.requestId()));
            return new Choice.TryAgain();
        }
    }
}
