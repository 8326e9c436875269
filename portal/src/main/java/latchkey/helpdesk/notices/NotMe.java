package latchkey.helpdesk.notices;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import latchkey.audit.Actor;
import latchkey.audit.Announcement;
import latchkey.audit.Trail;
import latchkey.database.OneByOne;
import latchkey.helpdesk.escalation.Escalation;
import latchkey.helpdesk.escalation.Escalations;
import latchkey.helpdesk.verification.LinkToken;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** "This was not me": a customer stops everything that the help desk could do to them, and has a supervisor look. */
@Service
public class NotMe {

    private final NotMeLinks links;
    private final NoticeRows notices;
    private final FreezeRows freezes;
    private final Stopping stopping;
    private final Escalations escalations;
    private final Trail trail;
    private final TransactionTemplate transaction;
    private final OneByOne oneByOne;
    private final Clock clock;

    NotMe(
            NotMeLinks links,
            NoticeRows notices,
            FreezeRows freezes,
            Stopping stopping,
            Escalations escalations,
            Trail trail,
            TransactionTemplate transaction,
            OneByOne oneByOne,
            Clock clock) {
        this.links = links;
        this.notices = notices;
        this.freezes = freezes;
        this.stopping = stopping;
        this.escalations = escalations;
        this.trail = trail;
        this.transaction = transaction;
        this.oneByOne = oneByOne;
        this.clock = clock;
    }

    /** What the link says now; empty when nobody sent it or its time is over. Looking changes nothing. */
    public Optional<NotMeAnswer> look(String token) {
        return links.held(new LinkToken(token), clock.instant()).map(this::answer);
    }

    /**
     * Freezes the customer and opens the escalation, in one commit; then closes sign-in and ends sessions as soon as the
     * directory takes it. Said twice, it happens once.
     *
     * @throws latchkey.audit.AuditUnavailable when the trail took no entry; nothing was done then and the link still works
     */
    public Optional<NotMeAnswer> say(String token) {
        Optional<UUID> frozen = transaction.execute(open -> freeze(new LinkToken(token)));
        if (frozen != null) {
            frozen.ifPresent(stopping::now);
        }
        return look(token);
    }

    private Optional<UUID> freeze(LinkToken token) {
        return links.use(token, clock.instant()).map(link -> freeze(link, notices.byEntry(link.entry())));
    }

    private UUID freeze(NotMeLinks.Held link, Deed deed) {
        trail.note(entry(link, deed), null);
        return oneByOne.of(FreezeRows.turn(deed.customer()), () -> begun(deed));
    }

    private UUID begun(Deed deed) {
        var freeze = freezes.begin(deed.customer(), clock.instant());
        notices.report(deed.entry(), freeze.id());
        escalations.open(
                Escalation.Cause.NOT_ME,
                new Escalation.Deed(
                        deed.entry(),
                        deed.customer(),
                        deed.action(),
                        deed.agent(),
                        deed.agentName(),
                        deed.caseId(),
                        deed.at()));
        return freeze.id();
    }

    private static Announcement entry(NotMeLinks.Held link, Deed deed) {
        return new Announcement(
                new Actor(Actor.Kind.CUSTOMER, deed.customer().toString(), "", Set.of()),
                "not-me",
                deed.customer().subject(),
                deed.caseId(),
                null,
                deed.ticket(),
                Map.of("link", link.id().toString(), "entry", deed.entry().toString(), "action", deed.action()),
                Map.of());
    }

    private NotMeAnswer answer(NotMeLinks.Held link) {
        return link.used()
                ? said(link.entry())
                : new NotMeAnswer.Asked(notices.byEntry(link.entry()).action());
    }

    private NotMeAnswer said(UUID entry) {
        return freezes.byEntry(entry)
                .map(freeze -> new NotMeAnswer.Said(
                        freeze.blockedAt() != null, freeze.signedOutAt() != null, freeze.liftedAt() != null))
                .orElseGet(() -> new NotMeAnswer.Said(false, false, false));
    }
}
