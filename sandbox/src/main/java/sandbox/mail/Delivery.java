package sandbox.mail;

import jakarta.mail.MessagingException;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.subethamail.smtp.MessageHandler;
import org.subethamail.smtp.RejectException;
import sandbox.faults.Action;
import sandbox.faults.Fault;
import sandbox.faults.Faults;
import sandbox.journal.Journal;
import sandbox.journal.JournalEntry;
import sandbox.journal.Kind;

/** One mail on its way in: sender, recipients, then the message itself. */
class Delivery implements MessageHandler {

    private static final String METHOD = "MAIL";
    private static final int ACCEPTED = 250;
    private static final int TRY_LATER = 451;
    private static final int FAILED = 554;

    private final Mailbox mailbox;
    private final Journal journal;
    private final Faults faults;
    private final List<String> recipients = new ArrayList<>();
    private String sender = "";

    Delivery(Mailbox mailbox, Journal journal, Faults faults) {
        this.mailbox = mailbox;
        this.journal = journal;
        this.faults = faults;
    }

    @Override
    public void from(String from) {
        sender = from;
    }

    @Override
    public void recipient(String recipient) throws RejectException {
        var fault = faults.strike(Kind.MAIL, METHOD, recipient).filter(struck -> struck.action() != Action.SLOW);
        if (fault.isPresent()) {
            throw refusal(recipient, fault.get());
        }
        recipients.add(recipient);
    }

    @Override
    public @Nullable String data(InputStream data) throws RejectException, IOException {
        try {
            mailbox.add(sender, recipients, Letter.read(data));
            recipients.forEach(recipient -> note(recipient, ACCEPTED));
            return null;
        } catch (MessagingException unreadable) {
            throw new RejectException(FAILED, "5.6.0 The message is not readable MIME: " + unreadable.getMessage());
        }
    }

    @Override
    public void done() {
        // The connection may carry another mail, which gets a Delivery of its own.
    }

    private RejectException refusal(String recipient, Fault fault) {
        var status = fault.status() == null ? TRY_LATER : fault.status();
        note(recipient, status);
        return new RejectException(status, "4.3.0 Refused on purpose, try again later");
    }

    private void note(String recipient, int status) {
        journal.append(JournalEntry.of(Kind.MAIL, METHOD, recipient, Instant.now(), status, null));
    }
}
