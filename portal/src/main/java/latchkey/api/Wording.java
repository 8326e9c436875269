package latchkey.api;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Finds the words for a problem in the reader's language; {@code {name}} stands for the member of that name. */
@Component("wording")
public class Wording {

    private static final Pattern NAME = Pattern.compile("\\{([A-Za-z]+)}");

    private final MessageSource messages;

    private final ZoneId zone;

    /** Moments are told by the clock that the customer page's times follow. */
    Wording(MessageSource messages, @Value("${latchkey.customer.time-zone:}") String zone) {
        this.messages = messages;
        this.zone = zone.isEmpty() ? ZoneId.systemDefault() : ZoneId.of(zone);
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
        return filled(text == null ? messages.getMessage(key, null, locale) : text, told.members(), locale);
    }

    private String filled(String text, Map<String, Object> members, Locale locale) {
        return NAME.matcher(text)
                .replaceAll(name -> Matcher.quoteReplacement(said(members.getOrDefault(name.group(1), "–"), locale)))
                .strip();
    }

    private String said(Object member, Locale locale) {
        return member instanceof Instant moment ? moment(moment, locale) : String.valueOf(member);
    }

    /** A moment as people write it. */
    public String moment(Instant moment, Locale locale) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.SHORT)
                .withLocale(locale)
                .format(moment.atZone(zone));
    }
}
