package latchkey.notify;

import java.util.Locale;
import java.util.Map;

/**
 * A text message to one person, written from the template {@code templates/mail/<template>-sms.txt}. Never prints its
 * values: they may be codes.
 *
 * @param template name of the template
 * @param to the number, international and without spaces (E.164)
 * @param locale the language to write it in
 * @param values what the template may use
 */
public record TextMessage(String template, String to, Locale locale, Map<String, Object> values) {

    public TextMessage {
        values = Map.copyOf(values);
    }

    @Override
    public String toString() {
        return "TextMessage[" + template + "]";
    }
}
