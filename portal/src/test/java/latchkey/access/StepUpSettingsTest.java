package latchkey.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import latchkey.testing.Bound;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What needs a fresh sign-in, and which sign-in is one. */
class StepUpSettingsTest {

    private static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");

    private static final StepUpSettings STRICT =
            new StepUpSettings(Set.of("reset-password"), Duration.ofMinutes(15), "c1");

    @Test
    void theDefaultsAskForNone() {
        assertThat(Bound.settings(StepUpSettings.class, Map.of()))
                .isEqualTo(new StepUpSettings(Set.of(), Duration.ofMinutes(15), null));
    }

    @Test
    void everyKeyMaps() {
        assertThat(Bound.settings(
                        StepUpSettings.class,
                        Map.of(
                                "latchkey.access.step-up.actions", "reset-password,give-approval",
                                "latchkey.access.step-up.max-age", "5m",
                                "latchkey.access.step-up.acrs", "c2")))
                .isEqualTo(new StepUpSettings(Set.of("reset-password", "give-approval"), Duration.ofMinutes(5), "c2"));
    }

    @Test
    void onlyWhatIsNamedAsksForOne() {
        assertThat(STRICT.allow("block-sign-in", Authenticated.NOT_SAID, NOW)).isTrue();
        assertThat(STRICT.allow("reset-password", Authenticated.NOT_SAID, NOW)).isFalse();
    }

    @Test
    void itIsFreshUpToTheMaximumAge() {
        assertThat(allows(NOW.minus(Duration.ofMinutes(15)).plusSeconds(1), "c1"))
                .isTrue();
        assertThat(allows(NOW.minus(Duration.ofMinutes(15)), "c1")).isFalse();
    }

    @Test
    void aSignInOfTheFutureOrOfNoTimeIsNone() {
        assertThat(allows(NOW.plusSeconds(60), "c1")).isTrue();
        assertThat(allows(NOW.plusSeconds(61), "c1")).isFalse();
        assertThat(allows(null, "c1")).isFalse();
    }

    @Test
    void itMeetsTheContextThatIsNamedAndNoOther() {
        assertThat(allows(NOW, "c2")).isFalse();
        assertThat(STRICT.allow("reset-password", new Authenticated(NOW, Set.of()), NOW))
                .isFalse();
        assertThat(STRICT.allow("reset-password", new Authenticated(NOW, Set.of("c2", "c1")), NOW))
                .isTrue();
    }

    private static boolean allows(@Nullable Instant at, String context) {
        return STRICT.allow("reset-password", new Authenticated(at, Set.of(context)), NOW);
    }
}
