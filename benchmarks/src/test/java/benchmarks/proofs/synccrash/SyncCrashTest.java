package benchmarks.proofs.synccrash;

import static org.assertj.core.api.Assertions.assertThat;

import benchmarks.Products;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The crash proof at smoke size: the same rounds, only fewer. */
class SyncCrashTest {

    private static final int ROUNDS = Integer.getInteger("smoke.rounds", 2);

    @Test
    void whatWasAcceptedSurvivesTheDeathOfThePortal() {
        var target = Path.of("target").toAbsolutePath();
        var proof = new SyncCrash(target.resolve("sync-crash"), Products.unpacked(target), System.out::println);
        var tally = proof.run(Tally.none(7), ROUNDS, now -> true);
        assertThat(tally.violations()).isEmpty();
        assertThat(tally.missed())
                .as("rounds in which a named place was not reached")
                .isZero();
        assertThat(tally.accepted()).isGreaterThan(ROUNDS * Round.EDITS / 2);
    }
}
