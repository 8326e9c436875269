package latchkey.helpdesk.customer;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import latchkey.directory.ActivityLog;
import latchkey.directory.DirectoryId;
import latchkey.directory.LogReading;
import latchkey.directory.LogReading.Gap;
import latchkey.directory.LogReading.Trouble;
import org.springframework.stereotype.Component;

/** Says how far the directory's log was read, what is missing and what stands in the way. */
@Component
class LogFreshness {

    private final ActivityLog activity;
    private final Wording wording;
    private final Moments moments;

    LogFreshness(ActivityLog activity, Wording wording, Moments moments) {
        this.activity = activity;
        this.wording = wording;
        this.moments = moments;
    }

    LogReading of(DirectoryId directory) {
        return activity.reading(directory);
    }

    /** Sentences for the reader, the freshness first. */
    List<String> say(LogReading reading, Locale locale) {
        var sentences = new ArrayList<String>();
        sentences.add(wording.say(until(reading, locale), locale));
        var trouble = reading.trouble();
        if (reading.collected() && trouble != null) {
            sentences.add(wording.say(trouble(trouble), locale));
        }
        reading.gaps().forEach(gap -> sentences.add(wording.say(gap(gap, locale), locale)));
        return sentences;
    }

    private Sentence until(LogReading reading, Locale locale) {
        var until = reading.until();
        if (!reading.collected()) {
            return Sentence.of("timeline.log.off");
        }
        return until == null
                ? Sentence.of("timeline.log.never")
                : Sentence.of("timeline.log.until", moments.point(until, locale));
    }

    private static Sentence trouble(Trouble trouble) {
        return Sentence.of("timeline.log.trouble." + CustomerAnswer.code(trouble));
    }

    private Sentence gap(Gap gap, Locale locale) {
        return Sentence.of("timeline.log.gap", moments.point(gap.from(), locale), moments.point(gap.until(), locale));
    }
}
