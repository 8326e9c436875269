package latchkey.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The random histories of {@link NewestWinsTest} are worth something only if they find what is planted. */
class FlawsAreFoundTest {

    @Test
    void believingEveryEqualReadIsFound() {
        assertThat(isFound(clock -> new ReadBack(SyncGround.SETTINGS, clock) {
                    @Override
                    boolean believes(Claimed row) {
                        return true;
                    }
                }))
                .isTrue();
    }

    @Test
    void notReadingBackIsFound() {
        assertThat(isFound(clock -> new ReadBack(SyncGround.SETTINGS, clock) {
                    @Override
                    Instant stillDue(Claimed row) {
                        return null;
                    }
                }))
                .isTrue();
    }

    @Test
    void readingBackTooEarlyIsFound() {
        assertThat(isFound(clock -> new ReadBack(SyncGround.SETTINGS, clock) {
                    @Override
                    Instant openUntil() {
                        return clock.instant();
                    }
                }))
                .isTrue();
    }

    private static boolean isFound(Function<Clock, ReadBack> flaw) {
        return IntStream.rangeClosed(1, 60)
                .anyMatch(seed -> !NewestWinsTest.stragglersAfter(SyncGround.withReadBack(flaw), seed)
                        .isEmpty());
    }
}
