package latchkey.helpdesk.notices;

import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import latchkey.access.AddressSettings;
import latchkey.audit.Actor;
import latchkey.audit.Announcement;
import latchkey.audit.Trail;
import latchkey.helpdesk.action.Notice.Ending;
import latchkey.helpdesk.cases.Cases;
import latchkey.helpdesk.customer.Moments;
import latchkey.helpdesk.verification.LinkToken;
import latchkey.notify.Mail;
import latchkey.notify.Mailer;
import latchkey.web.Brand;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Writes the mails about an action: what, when, by which desk, and the way to say "this was not me"; no value, no secret. */
@Component
class NoticeMails {

    private static final Logger LOG = LoggerFactory.getLogger(NoticeMails.class);
    private static final String NOBODY = "no-address-on-file";

    private final NotMeLinks links;
    private final Mailer mailer;
    private final Moments moments;
    private final Brand brand;
    private final AddressSettings addresses;
    private final NoticeSettings settings;
    private final Cases cases;
    private final Trail trail;
    private final Clock clock;

    NoticeMails(
            NotMeLinks links,
            Mailer mailer,
            Moments moments,
            Brand brand,
            AddressSettings addresses,
            NoticeSettings settings,
            Cases cases,
            Trail trail,
            Clock clock) {
        this.links = links;
        this.mailer = mailer;
        this.moments = moments;
        this.brand = brand;
        this.addresses = addresses;
        this.settings = settings;
        this.cases = cases;
        this.trail = trail;
        this.clock = clock;
    }

    /** Hands a mail for each address to the outbox, in the caller's transaction. */
    NoticeRows.End tell(Deed deed, Told told, Ending ending) {
        var reached = told.addresses().stream()
                .filter(address -> tell(deed, address, Locale.forLanguageTag(told.language()), ending))
                .count();
        if (reached > 0) {
            return NoticeRows.End.TOLD;
        }
        noteThatNobodyWasTold(deed);
        return NoticeRows.End.NOBODY;
    }

    private boolean tell(Deed deed, Told.Address to, Locale locale, Ending ending) {
        var token = LinkToken.fresh();
        try {
            mailer.send(new Mail("customer-notice", to.address(), locale, values(deed, token, locale, ending)));
        } catch (IllegalArgumentException unusable) {
            LOG.warn("An address that the directory has cannot be written to, notice {}", deed.entry());
            return false;
        }
        links.insert(token, deed.entry(), to.handle(), clock.instant().plus(settings.linkFor()));
        return true;
    }

    private Map<String, Object> values(Deed deed, LinkToken token, Locale locale, Ending ending) {
        return Map.of(
                "action",
                deed.action(),
                "certain",
                ending == Ending.HAPPENED,
                "when",
                moments.exact(deed.at(), locale),
                "brand",
                brand.name(),
                "notMe",
                addresses.front().url() + "/not-me/" + token.text(),
                "days",
                settings.linkFor().toDays());
    }

    /** Where it will be seen: in the customer's past and in the case. */
    private void noteThatNobodyWasTold(Deed deed) {
        trail.note(
                new Announcement(
                        Actor.system("notices"),
                        "tell-customer",
                        deed.customer().subject(),
                        deed.caseId(),
                        null,
                        deed.ticket(),
                        Map.of("entry", deed.entry().toString(), "action", deed.action()),
                        Map.of()),
                NOBODY);
        cases.noteOfItself(deed.caseId(), "nobody-told");
    }
}
