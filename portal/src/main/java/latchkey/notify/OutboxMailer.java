package latchkey.notify;

import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Writes mails into the outbox and wakes the postman when they are committed. */
@Component
class OutboxMailer implements Mailer {

    private final LetterWriter writer;
    private final Outbox outbox;
    private final Postman postman;
    private final MailSettings settings;

    OutboxMailer(LetterWriter writer, Outbox outbox, Postman postman, MailSettings settings) {
        this.writer = writer;
        this.outbox = outbox;
        this.postman = postman;
        this.settings = settings;
    }

    @Override
    public UUID send(Mail mail) {
        Addresses.one(mail.to());
        var id = UUID.randomUUID();
        outbox.add(id, mail, writer.write(mail));
        postman.wakeWhenCommitted();
        return id;
    }

    @Override
    public UUID sendToAdministrator(String template, Locale locale, Map<String, Object> values) {
        return send(new Mail(template, settings.administrator(), locale, values));
    }
}
