package latchkey.notify;

import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/** The mails that were given up, for pages that tell somebody. */
@Component
public class UndeliveredMails {

    private final Outbox outbox;

    UndeliveredMails(Outbox outbox) {
        this.outbox = outbox;
    }

    /** At most a hundred, newest first. */
    public List<UndeliveredMail> since(Instant moment) {
        return outbox.givenUpSince(moment);
    }
}
