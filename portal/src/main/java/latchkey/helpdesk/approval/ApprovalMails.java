package latchkey.helpdesk.approval;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import latchkey.access.AddressSettings;
import latchkey.access.Agent;
import latchkey.notify.Mail;
import latchkey.notify.Mailer;
import org.springframework.stereotype.Component;

/** Tells those who can decide that something waits for them; a mail names no customer, the page does. */
@Component
class ApprovalMails {

    private static final String TEMPLATE = "approval-asked";

    private final ApprovalSettings settings;
    private final AddressSettings addresses;
    private final Mailer mailer;

    ApprovalMails(ApprovalSettings settings, AddressSettings addresses, Mailer mailer) {
        this.settings = settings;
        this.addresses = addresses;
        this.mailer = mailer;
    }

    void tell(ApprovalRequest asked, List<Agent> atWork) {
        recipients(atWork).forEach(to -> mailer.send(new Mail(TEMPLATE, to, Locale.ENGLISH, values(asked))));
    }

    private List<String> recipients(List<Agent> atWork) {
        return settings.mailTo().isEmpty()
                ? atWork.stream()
                        .map(Agent::email)
                        .filter(Objects::nonNull)
                        .distinct()
                        .toList()
                : settings.mailTo();
    }

    private Map<String, Object> values(ApprovalRequest asked) {
        return Map.of(
                "agent",
                asked.requester().name(),
                "action",
                asked.action(),
                "minutes",
                settings.validFor().toMinutes(),
                "page",
                addresses.url() + "/approvals/" + asked.id());
    }
}
