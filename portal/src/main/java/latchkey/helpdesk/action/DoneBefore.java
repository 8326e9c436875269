package latchkey.helpdesk.action;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import latchkey.audit.Actor;
import latchkey.audit.AuditEntry;
import latchkey.audit.AuditQuestion;
import latchkey.audit.AuditReader;
import latchkey.audit.Outcome;
import latchkey.directory.ActivityLog;
import latchkey.directory.CustomerId;
import latchkey.directory.DirectoryEvent;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What was done to a customer lately: by us, as the trail says, and by others, as the directory's own log says. */
@Component
class DoneBefore {

    private static final int AT_ONCE = 200;

    private final AuditReader trail;
    private final ActivityLog log;

    DoneBefore(AuditReader trail, ActivityLog log) {
        this.trail = trail;
        this.log = log;
    }

    List<Deed> to(CustomerId customer, Instant since) {
        return Stream.concat(ours(customer, since), others(customer, since)).toList();
    }

    private Stream<Deed> ours(CustomerId customer, Instant since) {
        return entries(customer, since).stream()
                .filter(AuditEntry::announced)
                .filter(DoneBefore::mayHaveHappened)
                .map(DoneBefore::deed);
    }

    /** All of them: who sends a hundred refused tries after a deed must not push it out of sight. */
    private List<AuditEntry> entries(CustomerId customer, Instant since) {
        var entries = new ArrayList<AuditEntry>();
        @Nullable Long before = null;
        do {
            var page =
                    trail.read(new AuditQuestion(customer.subject(), null, null, null, since, null, before, AT_ONCE));
            entries.addAll(page.entries());
            before = page.before();
        } while (before != null);
        return entries;
    }

    /** What is under way or whose answer was lost counts as done. */
    private static boolean mayHaveHappened(AuditEntry entry) {
        var outcome = entry.outcome();
        return outcome == null || outcome.result() != Outcome.Result.FAILED;
    }

    private static Deed deed(AuditEntry entry) {
        var announcement = entry.announcement();
        var actor = announcement.actor();
        return new Deed(Effect.told(announcement), actor.kind() == Actor.Kind.AGENT ? actor.id() : null, entry.at());
    }

    private Stream<Deed> others(CustomerId customer, Instant since) {
        return log.changesSince(customer, since).stream()
                .filter(event -> event.by().kind() != DirectoryEvent.Kind.LATCHKEY)
                .map(event -> new Deed(LoggedEffects.of(event), null, event.at()));
    }
}
