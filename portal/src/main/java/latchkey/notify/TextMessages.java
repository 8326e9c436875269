package latchkey.notify;

import java.util.UUID;

/** Sends text messages through the same outbox as mail: what is handed over is delivered, or given up soon and told. */
public interface TextMessages {

    /**
     * Writes the message into the outbox, in the caller's transaction when there is one: rolled back, it was never sent.
     *
     * @return its id in the outbox, by which the provider can tell a repeated delivery
     */
    UUID send(TextMessage message);
}
