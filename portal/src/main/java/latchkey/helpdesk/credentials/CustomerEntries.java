package latchkey.helpdesk.credentials;

import java.util.Map;
import java.util.Set;
import latchkey.audit.Actor;
import latchkey.audit.Announcement;
import latchkey.helpdesk.action.Effect;
import org.springframework.stereotype.Component;

/** What a customer does on their own page, in the words of the trail. */
@Component
class CustomerEntries {

    Announcement choosePassword(ResetLink link) {
        return entry(link, "choose-password", Effect.PASSWORD);
    }

    Announcement revokeSessions(ResetLink link) {
        return entry(link, "revoke-sessions", Effect.SESSIONS);
    }

    private static Announcement entry(ResetLink link, String action, Effect effect) {
        var customer = link.customer();
        return new Announcement(
                new Actor(Actor.Kind.CUSTOMER, customer.toString(), "", Set.of()),
                action,
                customer.subject(),
                link.caseId(),
                link.caseReason(),
                link.ticket(),
                Map.of("link", link.id().toString(), Effect.FACT, Effect.fact(Set.of(effect))),
                Map.of());
    }
}
