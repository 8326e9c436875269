package latchkey.notify;

import java.util.Locale;
import java.util.Map;

/**
 * A mail to one person, written from the templates {@code templates/mail/<template>.txt} (first line: the subject) and
 * {@code .html}. Never prints its values: they may be codes and links.
 *
 * @param template name of the two templates
 * @param to the address, as the directory holds it
 * @param locale the language to write it in
 * @param values what the templates may use
 */
public record Mail(String template, String to, Locale locale, Map<String, Object> values) {

    public Mail {
        values = Map.copyOf(values);
    }

    @Override
    public String toString() {
        return "Mail[" + template + "]";
    }
}
