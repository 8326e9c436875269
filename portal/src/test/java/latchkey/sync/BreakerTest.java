package latchkey.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A sync whose other side is away stops by itself, gives no contact up for it, and goes on by itself. */
class BreakerTest {

    private final SyncGround ground = new SyncGround();
    private final Breaker breaker =
            new Breaker(ground.standings, new BreakerSettings(40, Duration.ofMinutes(1)), ground.clock);

    @Test
    void manyFailuresStopItAndAProbeThatSucceedsStartsItAgain() {
        IntStream.range(0, 12).forEach(i -> worked());
        IntStream.range(0, 7).forEach(i -> failed(Reason.DIRECTORY_UNAVAILABLE));
        assertThat(word()).isEqualTo("live");
        failed(Reason.DIRECTORY_UNAVAILABLE);
        assertThat(word()).isEqualTo("broken");

        var jan = ground.linkedContact();
        ground.edit(jan, "lastname", "Jansen");
        assertThat(ground.work()).isZero();
        assertThat(breaker.toProbe()).isEmpty();
        ground.pass(Duration.ofMinutes(1));
        assertThat(breaker.toProbe()).containsExactly(SlyDirectory.ID);
        assertThat(breaker.toProbe()).isEmpty();
        probe(jan);
        assertThat(word()).isEqualTo("live");
        assertThat(ground.truth(jan)).containsEntry("surname", "Jansen");
    }

    @Test
    void aProbeThatFailsLeavesItStopped() {
        IntStream.range(0, 20).forEach(i -> failed(Reason.OUTCOME_UNKNOWN));
        failed(Reason.OUTCOME_UNKNOWN);
        assertThat(word()).isEqualTo("broken");
    }

    @Test
    void refusedCredentialsStopItAtTheThird() {
        failed(Reason.DIRECTORY_MISCONFIGURED);
        failed(Reason.DIRECTORY_MISCONFIGURED);
        assertThat(word()).isEqualTo("live");
        failed(Reason.DIRECTORY_MISCONFIGURED);
        assertThat(word()).isEqualTo("broken");
    }

    @Test
    void aBusyDirectoryAndAWrongContactDoNotStopIt() {
        IntStream.range(0, 60).forEach(i -> failed(Reason.DIRECTORY_BUSY));
        IntStream.range(0, 60)
                .forEach(i -> breaker.saw(
                        SlyDirectory.ID,
                        new Verdict.Hopeless(new Verdict.Trouble(Reason.INVALID_VALUE, "too long", null))));
        assertThat(word()).isEqualTo("live");
    }

    @Test
    void oneCauseIsToldOnceAnHourAndOneStopOnlyOnce() {
        IntStream.range(0, 20).forEach(i -> failed(Reason.DIRECTORY_UNAVAILABLE));
        assertThat(ground.standings.markTold(Duration.ofHours(1))).hasSize(1);
        assertThat(ground.standings.markTold(Duration.ofHours(1))).isEmpty();
        worked();
        ground.pass(Duration.ofMinutes(10));
        IntStream.range(0, 20).forEach(i -> failed(Reason.DIRECTORY_UNAVAILABLE));
        assertThat(ground.standings.markTold(Duration.ofHours(1))).isEmpty();
        ground.pass(Duration.ofHours(1));
        assertThat(ground.standings.markTold(Duration.ofHours(1))).hasSize(1);
        ground.pass(Duration.ofHours(2));
        assertThat(ground.standings.markTold(Duration.ofHours(1))).isEmpty();
    }

    private void probe(UUID contact) {
        var rows = ground.rows.claimProbe(
                1, SlyDirectory.ID, ground.clock.instant(), SyncGround.SETTINGS.lease(), ground.readBack.openUntil());
        assertThat(rows).extracting(Claimed::contact).containsExactly(contact);
        var verdict = ground.attempt(rows.getFirst());
        ground.end(rows.getFirst(), verdict);
        breaker.saw(SlyDirectory.ID, verdict);
    }

    private void worked() {
        breaker.saw(SlyDirectory.ID, new Verdict.NotLinked(Reason.NO_USER_NAME));
    }

    private void failed(Reason reason) {
        breaker.saw(SlyDirectory.ID, new Verdict.Later(new Verdict.Trouble(reason, null, null), Duration.ZERO, true));
    }

    private String word() {
        return ground.standings.now(SlyDirectory.ID).word();
    }
}
