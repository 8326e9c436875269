package latchkey.helpdesk.customer;

import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import org.springframework.context.MessageSource;
import org.springframework.context.support.DefaultMessageSourceResolvable;
import org.springframework.stereotype.Component;

/** Turns sentences into the reader's language, the same for page and endpoint. */
@Component
class Wording {

    private final MessageSource messages;
    private final Moments moments;

    Wording(MessageSource messages, Moments moments) {
        this.messages = messages;
        this.moments = moments;
    }

    String say(Sentence sentence, Locale locale) {
        var keys = sentence.keys().toArray(String[]::new);
        var arguments = sentence.arguments().stream()
                .map(argument -> spoken(argument, locale))
                .toArray();
        return messages.getMessage(new DefaultMessageSourceResolvable(keys, arguments), locale);
    }

    /** What the message says, or the text itself where there is none, such as a word from the settings. */
    String sayOr(String key, String text, Locale locale) {
        return Objects.requireNonNull(messages.getMessage(key, null, text, locale));
    }

    private Object spoken(Object argument, Locale locale) {
        return switch (argument) {
            case Instant instant -> moments.phrase(instant, locale);
            case Sentence sentence -> say(sentence, locale);
            default -> argument;
        };
    }
}
