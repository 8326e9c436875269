package latchkey.helpdesk.escalation;

import java.util.Locale;
import java.util.Map;
import latchkey.access.AddressSettings;
import latchkey.notify.Mail;
import latchkey.notify.Mailer;
import org.springframework.stereotype.Component;

/** Tells supervisors that something waits for them; a mail names no customer and no agent, the page does. */
@Component
class EscalationMails {

    private static final String TEMPLATE = "escalation-opened";

    private final EscalationSettings settings;
    private final AddressSettings addresses;
    private final Mailer mailer;

    EscalationMails(EscalationSettings settings, AddressSettings addresses, Mailer mailer) {
        this.settings = settings;
        this.addresses = addresses;
        this.mailer = mailer;
    }

    void tell(Escalation opened) {
        var values = values(opened);
        if (settings.mailTo().isEmpty()) {
            mailer.sendToAdministrator(TEMPLATE, Locale.ENGLISH, values);
        }
        settings.mailTo().forEach(to -> mailer.send(new Mail(TEMPLATE, to, Locale.ENGLISH, values)));
    }

    private Map<String, Object> values(Escalation opened) {
        return Map.of(
                "cause",
                opened.cause().name(),
                "action",
                opened.deed().action(),
                "page",
                addresses.url() + "/escalations/" + opened.id());
    }
}
