package latchkey.api;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Finds the words for a problem in the reader's language; {@code {name}} stands for the member of that name. */
@Component
public class Wording {

    private static final Pattern NAME = Pattern.compile("\\{([A-Za-z]+)}");

    private final MessageSource messages;

    Wording(MessageSource messages) {
        this.messages = messages;
    }

    /** The words for a problem that a page tells beside something else, such as above a form. */
    public ProblemWords words(Problem problem, Map<String, Object> members, Locale locale) {
        return words(Told.of(problem, members), locale);
    }

    ProblemWords words(Told told, Locale locale) {
        return new ProblemWords(
                text(told, "title", locale), text(told, "detail", locale), text(told, "advice", locale));
    }

    /** A problem of several kinds may have words of its own for each, with the member {@code kind} behind the key. */
    private String text(Told told, String part, Locale locale) {
        var key = "problem." + told.problem().code() + "." + part;
        var text = messages.getMessage(key + "." + told.members().get("kind"), null, null, locale);
        return filled(text == null ? messages.getMessage(key, null, locale) : text, told.members());
    }

    private static String filled(String text, Map<String, Object> members) {
        return NAME.matcher(text)
                .replaceAll(name -> Matcher.quoteReplacement(String.valueOf(members.getOrDefault(name.group(1), "–"))))
                .strip();
    }
}
