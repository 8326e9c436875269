package latchkey.helpdesk.credentials;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import latchkey.access.AddressSettings;
import latchkey.api.Problem;
import latchkey.api.ProblemException;
import latchkey.database.OneByOne;
import latchkey.directory.Customer;
import latchkey.helpdesk.cases.Case;
import latchkey.helpdesk.verification.AddressOnFile;
import latchkey.helpdesk.verification.CustomerLanguage;
import latchkey.helpdesk.verification.LinkToken;
import latchkey.notify.Mail;
import latchkey.notify.Mailer;
import org.springframework.stereotype.Component;

/** Mails the way to a new password: our own link, kept and sent in one transaction, or the brand's own page. */
@Component
class ResetMails {

    /** A customer who needs more tries than this is better called back. */
    private static final int TRIES = 10;

    private final ResetLinkRows rows;
    private final ResetSettings settings;
    private final AddressSettings addresses;
    private final Mailer mailer;
    private final OneByOne oneByOne;
    private final Clock clock;

    ResetMails(
            ResetLinkRows rows,
            ResetSettings settings,
            AddressSettings addresses,
            Mailer mailer,
            OneByOne oneByOne,
            Clock clock) {
        this.rows = rows;
        this.settings = settings;
        this.addresses = addresses;
        this.mailer = mailer;
        this.oneByOne = oneByOne;
        this.clock = clock;
    }

    /** Hands the mail to the outbox; {@code TOO_MANY_REQUESTS} when the customer got too many links lately. */
    void send(Customer customer, Case under, AddressOnFile to) {
        switch (settings.of(customer.id()).way()) {
            case LINK -> oneByOne.run("reset links of " + customer.id(), () -> sendLink(customer, under, to));
            case SELF_SERVICE -> mailer.send(selfService(customer, to));
        }
    }

    private void sendLink(Customer customer, Case under, AddressOnFile to) {
        var token = LinkToken.fresh();
        refuseTooMany(customer);
        rows.supersede(customer.id());
        rows.insert(
                link(under),
                token,
                TRIES,
                clock.instant(),
                clock.instant().plus(settings.of(customer.id()).linkFor()));
        mailer.send(link(customer, to, token));
    }

    private void refuseTooMany(Customer customer) {
        var hour = Duration.ofHours(1);
        if (rows.sentSince(customer.id(), clock.instant().minus(hour))
                >= settings.of(customer.id()).linksPerHour()) {
            throw new ProblemException(Problem.TOO_MANY_REQUESTS, Map.of("retryAfter", hour.toSeconds()));
        }
    }

    private static ResetLink link(Case under) {
        return new ResetLink(UUID.randomUUID(), under.customer(), under.id(), under.reason(), under.ticket());
    }

    private Mail link(Customer customer, AddressOnFile to, LinkToken token) {
        return new Mail(
                "reset-link",
                to.address(),
                CustomerLanguage.of(customer),
                Map.of(
                        "link",
                        addresses.front().url() + "/password/" + token.text(),
                        "minutes",
                        settings.of(customer.id()).linkFor().toMinutes()));
    }

    private Mail selfService(Customer customer, AddressOnFile to) {
        return new Mail(
                "reset-self-service",
                to.address(),
                CustomerLanguage.of(customer),
                Map.of(
                        "link",
                        Objects.requireNonNull(settings.of(customer.id()).selfServiceUrl())
                                .toString()));
    }
}
