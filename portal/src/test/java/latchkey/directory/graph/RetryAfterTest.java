package latchkey.directory.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The ways to say when to come back (facts §12, RFC 9110 §10.2.3). */
class RetryAfterTest {

    private static final Clock NOON = Clock.fixed(Instant.parse("2026-01-31T12:00:00Z"), ZoneOffset.UTC);

    @ParameterizedTest
    @CsvSource({"3, 3", "2.128, 3", "0, 0", " 10 , 10", "-5, 0", "1e2, 100", "999999999999, 86400"})
    void secondsAreRoundedUp(String header, long seconds) {
        assertThat(RetryAfter.read(header, NOON)).isEqualTo(Duration.ofSeconds(seconds));
    }

    @Test
    void aDateIsAMomentFromNow() {
        assertThat(RetryAfter.read("Sat, 31 Jan 2026 12:00:07 GMT", NOON)).isEqualTo(Duration.ofSeconds(7));
    }

    @Test
    void aDateThatHasPassedIsNoWait() {
        assertThat(RetryAfter.read("Sat, 31 Jan 2026 11:00:00 GMT", NOON)).isEqualTo(Duration.ZERO);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "  ", "soon", "3 seconds", "NaN"})
    void whatSaysNothingIsMissing(String header) {
        assertThat(RetryAfter.read(header, NOON)).isNull();
    }
}
