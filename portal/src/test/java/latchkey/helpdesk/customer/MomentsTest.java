package latchkey.helpdesk.customer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MomentsTest {

    private final Moments moments = Words.moments();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    2026-11-18T07:05:00Z | today at 08:05
                    2026-11-17T23:30:00Z | today at 00:30
                    2026-11-17T22:30:00Z | yesterday at 23:30
                    2026-11-16T09:00:00Z | on Monday
                    2026-11-12T09:00:00Z | on Thursday
                    2026-11-11T09:00:00Z | on 11 November 2026
                    2025-03-03T09:00:00Z | on 3 March 2025
                    2026-11-19T09:00:00Z | on 19 November 2026
                    """)
    void sayMomentsAsPeopleDo(Instant instant, String phrase) {
        assertThat(moments.phrase(instant, Locale.UK)).isEqualTo(phrase);
    }

    @ParameterizedTest
    @CsvSource({"0, asked just now", "42, asked 42 seconds ago", "300, asked 5 minutes ago"})
    void sayHowOldAnAnswerIs(int seconds, String age) {
        assertThat(moments.age(Words.NOW.minusSeconds(seconds), Locale.UK)).isEqualTo(age);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    2026-11-18T07:05:00Z | Heute
                    2026-11-17T07:05:00Z | Gestern
                    2026-11-16T07:05:00Z | Montag, 16. November 2026
                    """)
    void headADayOfTheTimeline(Instant instant, String heading) {
        assertThat(moments.day(instant, Locale.GERMANY)).isEqualTo(heading);
    }
}
