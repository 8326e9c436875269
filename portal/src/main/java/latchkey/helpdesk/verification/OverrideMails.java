package latchkey.helpdesk.verification;

import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import latchkey.access.AddressSettings;
import latchkey.access.Agent;
import latchkey.access.Colleagues;
import latchkey.access.Permission;
import latchkey.notify.Mail;
import latchkey.notify.Mailer;
import org.springframework.stereotype.Component;

/** Tells the administrator and the supervisors of each override at once; a mail names no customer, the page does. */
@Component
class OverrideMails {

    private static final String TEMPLATE = "override-given";

    private final OverrideSettings settings;
    private final AddressSettings addresses;
    private final Colleagues colleagues;
    private final Mailer mailer;

    OverrideMails(OverrideSettings settings, AddressSettings addresses, Colleagues colleagues, Mailer mailer) {
        this.settings = settings;
        this.addresses = addresses;
        this.colleagues = colleagues;
        this.mailer = mailer;
    }

    void tell(Agent by, OverrideCase asked) {
        var values = Map.<String, Object>of(
                "supervisor",
                by.name(),
                "agent",
                asked.asked().name(),
                "days",
                settings.reviewWithin().toDays(),
                "page",
                addresses.url() + "/overrides");
        mailer.sendToAdministrator(TEMPLATE, Locale.ENGLISH, values);
        supervisors().forEach(to -> mailer.send(new Mail(TEMPLATE, to, Locale.ENGLISH, values)));
    }

    private Stream<String> supervisors() {
        return settings.mailTo().isEmpty()
                ? colleagues.atWork().stream()
                        .filter(agent -> agent.may(Permission.OVERRIDE_VERIFICATION))
                        .map(Agent::email)
                        .filter(Objects::nonNull)
                        .distinct()
                : settings.mailTo().stream();
    }
}
