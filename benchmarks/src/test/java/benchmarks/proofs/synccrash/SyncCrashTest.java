package benchmarks.proofs.synccrash;

import static org.assertj.core.api.Assertions.assertThat;

import benchmarks.Products;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** The crash proof at smoke size: the same rounds, only fewer, and fewer still where a machine is so slow that they take too long. */
class SyncCrashTest {

    private static final int ROUNDS = Integer.getInteger("smoke.rounds", 20);

    private static final int AT_LEAST = 2;

    private static final Duration LONG_ENOUGH = Duration.ofMinutes(6);

    @Test
    void whatWasAcceptedSurvivesTheDeathOfThePortal() {
        var target = Path.of("target").toAbsolutePath();
        var proof = new SyncCrash(target.resolve("sync-crash"), Products.unpacked(target), System.out::println);
        var end = Instant.now().plus(LONG_ENOUGH);
        var tally = proof.run(
                Tally.none(7),
                ROUNDS,
                now -> now.rounds() < AT_LEAST || Instant.now().isBefore(end));
        assertThat(tally.violations()).isEmpty();
        assertThat(tally.missed())
                .as("rounds in which a named place was not reached")
                .isZero();
        assertThat(tally.accepted()).isGreaterThan(tally.rounds() * Round.EDITS / 3);
    }
}
