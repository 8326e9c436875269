package latchkey.helpdesk.customer;

import java.time.Instant;
import java.util.Locale;
import latchkey.directory.DirectoryEvent;
import org.jspecify.annotations.Nullable;

/**
 * Somebody closed a customer's sign-in.
 *
 * @param by who, for the middle of a sentence
 * @param reason in the agent's words; null when it was not done here or none was given
 */
record Block(Sentence by, Instant at, @Nullable String reason) {

    static Block here(PastEvent event) {
        return new Block(
                event.actor().isEmpty()
                        ? Sentence.of("status.by.customer")
                        : Sentence.of("status.by.agent", event.actor()),
                event.at(),
                event.reason());
    }

    static Block elsewhere(DirectoryEvent event, String by) {
        var kind = event.by().kind().name().toLowerCase(Locale.ROOT);
        return new Block(Sentence.of("status.by." + kind, by), event.at(), null);
    }
}
