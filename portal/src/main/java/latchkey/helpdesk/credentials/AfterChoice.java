package latchkey.helpdesk.credentials;

import java.util.Map;
import latchkey.audit.AuditUnavailable;
import latchkey.audit.Outcome;
import latchkey.audit.Trail;
import latchkey.directory.Customer;
import latchkey.directory.Directories;
import latchkey.directory.Directory;
import latchkey.directory.DirectoryFailure;
import latchkey.helpdesk.verification.AddressesOnFile;
import latchkey.helpdesk.verification.CustomerLanguage;
import latchkey.notify.Mail;
import latchkey.notify.Mailer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** What follows a chosen password: sessions end, and every address on file is told. Neither undoes the choice when it fails. */
@Component
class AfterChoice {

    private static final Logger log = LoggerFactory.getLogger(AfterChoice.class);

    private final Directories directories;
    private final AddressesOnFile addresses;
    private final CustomerEntries entries;
    private final Mailer mailer;
    private final Trail trail;

    AfterChoice(
            Directories directories, AddressesOnFile addresses, CustomerEntries entries, Mailer mailer, Trail trail) {
        this.directories = directories;
        this.addresses = addresses;
        this.entries = entries;
        this.mailer = mailer;
        this.trail = trail;
    }

    void chosen(ResetLink link) {
        directories.forAgents(link.customer().directory()).ifPresent(directory -> {
            endSessions(directory, link);
            tell(directory, link);
        });
    }

    private void endSessions(Directory directory, ResetLink link) {
        try {
            var announced = trail.announce(entries.revokeSessions(link));
            try {
                var receipt = directory.signIns().revokeSessions(link.customer(), announced);
                trail.record(announced, Outcome.done(receipt.requestId()));
            } catch (DirectoryFailure.OutcomeUnknown lost) {
                trail.record(announced, Outcome.unknown("outcome-unknown", lost.requestId()));
            } catch (DirectoryFailure failure) {
                trail.record(announced, Outcome.failed("directory-unavailable", failure.requestId()));
            }
        } catch (AuditUnavailable e) {
            log.error(
                    "Sessions were not ended after a password was chosen, link {}: the trail takes no entry",
                    link.id());
        }
    }

    private void tell(Directory directory, ResetLink link) {
        try {
            directory.customers().byId(link.customer()).ifPresent(this::tell);
        } catch (DirectoryFailure e) {
            log.error("Nobody was told of a chosen password, link {}: the directory gave no address", link.id());
        }
    }

    private void tell(Customer customer) {
        addresses
                .of(customer)
                .forEach(known -> mailer.send(
                        new Mail("password-changed", known.address(), CustomerLanguage.of(customer), Map.of())));
    }
}
