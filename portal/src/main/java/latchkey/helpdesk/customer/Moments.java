package latchkey.helpdesk.customer;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.format.TextStyle;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Says moments as people on the telephone say them: today at 10:15, on Monday, on 3 March 2026. */
@Component
public class Moments {

    private static final int DAYS_NAMED_BY_WEEKDAY = 6;

    private final MessageSource messages;
    private final Clock clock;
    private final ZoneId zone;

    Moments(MessageSource messages, Clock clock, CustomerSettings settings) {
        this.messages = messages;
        this.clock = clock;
        this.zone = settings.zone();
    }

    /** The phrase that completes a sentence, such as {@code on Monday}. */
    String phrase(Instant instant, Locale locale) {
        var moment = instant.atZone(zone);
        return switch (Nearness.of(moment.toLocalDate(), today())) {
            case TODAY -> message("moment.today", locale, time(moment, locale));
            case YESTERDAY -> message("moment.yesterday", locale, time(moment, locale));
            case THIS_WEEK -> message("moment.weekday", locale, weekday(moment, locale));
            case FURTHER -> message("moment.date", locale, date(moment, locale));
        };
    }

    /** The heading of a day in a list, such as {@code Today}. */
    String day(Instant instant, Locale locale) {
        var moment = instant.atZone(zone);
        return switch (Nearness.of(moment.toLocalDate(), today())) {
            case TODAY -> message("moment.day.today", locale);
            case YESTERDAY -> message("moment.day.yesterday", locale);
            case THIS_WEEK -> weekday(moment, locale) + ", " + date(moment, locale);
            case FURTHER -> date(moment, locale);
        };
    }

    /** The date alone, or date and time when the moment is not midnight in UTC: many attributes hold dates only. */
    String full(Instant instant, Locale locale) {
        if (instant.truncatedTo(ChronoUnit.DAYS).equals(instant)) {
            return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                    .withLocale(locale)
                    .format(instant.atZone(java.time.ZoneOffset.UTC));
        }
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.SHORT)
                .withLocale(locale)
                .format(instant.atZone(zone));
    }

    /** The moment for somebody who may live elsewhere: with its time zone. */
    public String exact(Instant instant, Locale locale) {
        var zoned = instant.atZone(zone);
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.SHORT)
                        .withLocale(locale)
                        .format(zoned)
                + DateTimeFormatter.ofPattern(" (z)", locale).format(zoned);
    }

    /** The bare point in time: the time of day when it is today's, with the date otherwise. */
    String point(Instant instant, Locale locale) {
        var moment = instant.atZone(zone);
        return moment.toLocalDate().equals(today())
                ? time(moment, locale)
                : DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.SHORT)
                        .withLocale(locale)
                        .format(moment);
    }

    String time(Instant instant, Locale locale) {
        return time(instant.atZone(zone), locale);
    }

    /** How long ago, in words short enough for a caption. */
    String age(Instant instant, Locale locale) {
        var seconds = Math.max(0, Duration.between(instant, clock.instant()).toSeconds());
        if (seconds < 5) {
            return message("moment.age.now", locale);
        }
        return seconds < 120
                ? message("moment.age.seconds", locale, seconds)
                : message("moment.age.minutes", locale, seconds / 60);
    }

    private LocalDate today() {
        return clock.instant().atZone(zone).toLocalDate();
    }

    private String message(String key, Locale locale, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }

    private static String time(ZonedDateTime moment, Locale locale) {
        return DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT)
                .withLocale(locale)
                .format(moment);
    }

    private static String date(ZonedDateTime moment, Locale locale) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(locale)
                .format(moment);
    }

    private static String weekday(ZonedDateTime moment, Locale locale) {
        return moment.getDayOfWeek().getDisplayName(TextStyle.FULL_STANDALONE, locale);
    }

    private enum Nearness {
        TODAY,
        YESTERDAY,
        THIS_WEEK,
        FURTHER;

        static Nearness of(LocalDate day, LocalDate today) {
            var days = ChronoUnit.DAYS.between(day, today);
            if (days == 0) {
                return TODAY;
            }
            if (days == 1) {
                return YESTERDAY;
            }
            return days > 1 && days <= DAYS_NAMED_BY_WEEKDAY ? THIS_WEEK : FURTHER;
        }
    }
}
