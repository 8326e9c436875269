package latchkey.notify;

import java.util.UUID;
import org.springframework.stereotype.Component;

/** Writes text messages into the outbox and wakes the postman when they are committed. */
@Component
class OutboxTextMessages implements TextMessages {

    private final LetterWriter writer;
    private final Outbox outbox;
    private final Postman postman;

    OutboxTextMessages(LetterWriter writer, Outbox outbox, Postman postman) {
        this.writer = writer;
        this.outbox = outbox;
        this.postman = postman;
    }

    @Override
    public UUID send(TextMessage message) {
        var id = UUID.randomUUID();
        outbox.add(id, message, writer.write(message));
        postman.wakeWhenCommitted();
        return id;
    }
}
