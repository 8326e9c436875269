package latchkey.notify;

import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/** Sends mail through the outbox: what is handed over is delivered, also when the process dies in between. */
public interface Mailer {

    /**
     * Writes the mail into the outbox, in the caller's transaction when there is one: rolled back, it was never sent.
     * Delivery follows after the commit, again and again while the mail server is away; the mail keeps one Message-ID,
     * so that a mail server can tell a repeated delivery. Its text is wiped once it is delivered or given up.
     *
     * @return the mail's id in the outbox
     * @throws IllegalArgumentException when the address cannot be one, or the template is missing
     */
    UUID send(Mail mail);

    /** Sends to the address that the settings name as administrator ({@code latchkey.mail.administrator}). */
    UUID sendToAdministrator(String template, Locale locale, Map<String, Object> values);
}
