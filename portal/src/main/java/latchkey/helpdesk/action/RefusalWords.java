package latchkey.helpdesk.action;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import latchkey.api.Problem;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The words of a problem for the banner above a form; {@code {name}} stands for the member of that name. */
@Component
class RefusalWords {

    private static final Pattern NAME = Pattern.compile("\\{([A-Za-z]+)}");

    private final MessageSource messages;

    RefusalWords(MessageSource messages) {
        this.messages = messages;
    }

    Words words(Problem problem, Map<String, Object> members, Locale locale) {
        return new Words(
                part(problem, "title", members, locale),
                part(problem, "detail", members, locale),
                part(problem, "advice", members, locale));
    }

    private String part(Problem problem, String part, Map<String, Object> members, Locale locale) {
        var text = messages.getMessage("problem." + problem.code() + "." + part, null, problem.code(), locale);
        return NAME.matcher(text == null ? "" : text)
                .replaceAll(name -> Matcher.quoteReplacement(String.valueOf(members.getOrDefault(name.group(1), "–"))))
                .strip();
    }

    /** What it is called, what happened, what to do. */
    public record Words(String title, String detail, String advice) {}
}
