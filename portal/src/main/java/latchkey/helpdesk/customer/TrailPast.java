package latchkey.helpdesk.customer;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import latchkey.audit.Announcement;
import latchkey.audit.AuditEntry;
import latchkey.audit.AuditQuestion;
import latchkey.audit.AuditReader;
import latchkey.audit.Outcome;
import latchkey.directory.CustomerId;
import latchkey.helpdesk.customer.PastEvent.Ending;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads a customer's past from the audit trail. */
@Component
class TrailPast implements Past {

    private static final String BLOCK = "block-sign-in";
    private static final String UNBLOCK = "unblock-sign-in";

    /** A page that somebody was not shown is nothing that happened to the customer; auditors see it in the trail. */
    private static final String REFUSED_PAGE = "open-page";

    private static final int ATTEMPTS_LOOKED_AT = 10;

    private final AuditReader trail;

    TrailPast(AuditReader trail) {
        this.trail = trail;
    }

    @Override
    public List<PastEvent> of(CustomerId customer, int limit) {
        return events(AuditQuestion.latest(limit).about(customer.subject()).without(REFUSED_PAGE));
    }

    @Override
    public Optional<PastEvent> blockOf(CustomerId customer) {
        var opened = lastDone(customer, UNBLOCK).map(PastEvent::at).orElse(Instant.MIN);
        return lastDone(customer, BLOCK).filter(block -> block.at().isAfter(opened));
    }

    private Optional<PastEvent> lastDone(CustomerId customer, String action) {
        var question = AuditQuestion.latest(ATTEMPTS_LOOKED_AT)
                .about(customer.subject())
                .named(action);
        return events(question).stream().filter(PastEvent::happened).findFirst();
    }

    private List<PastEvent> events(AuditQuestion question) {
        return trail.read(question).entries().stream().map(TrailPast::event).toList();
    }

    private static PastEvent event(AuditEntry entry) {
        var announcement = entry.announcement();
        var outcome = entry.outcome();
        return new PastEvent(
                entry.id(),
                entry.at(),
                announcement.actor().name(),
                announcement.action(),
                ending(entry, outcome),
                outcome == null ? entry.code() : outcome.code(),
                announcement.reason(),
                announcement.ticket(),
                announcement.caseId(),
                outcome == null ? null : outcome.requestId(),
                attributes(announcement));
    }

    private static List<String> attributes(Announcement announcement) {
        var names = announcement.facts().get("attributes");
        return names == null ? List.of() : List.of(names.split(","));
    }

    private static Ending ending(AuditEntry entry, @Nullable Outcome outcome) {
        if (!entry.announced()) {
            return entry.code() == null ? Ending.DONE : Ending.REFUSED;
        }
        return outcome == null
                ? Ending.RUNNING
                : switch (outcome.result()) {
                    case DONE -> Ending.DONE;
                    case FAILED -> Ending.FAILED;
                    case UNKNOWN -> Ending.UNKNOWN;
                };
    }
}
