package benchmarks.proofs.synccrash;

import java.nio.file.Path;
import java.util.Random;
import java.util.function.Consumer;

/** The crash proof: so many rounds, each with a death of the portal among 500 edits. */
public final class SyncCrash {

    private final Path folder;
    private final Path products;
    private final Consumer<String> says;

    /**
     * A proof.
     *
     * @param folder emptied for sandbox and portal
     * @param products where their unpacked jars are
     * @param says is told what happens
     */
    public SyncCrash(Path folder, Path products, Consumer<String> says) {
        this.folder = folder;
        this.products = products;
        this.says = says;
    }

    /**
     * Goes on from the tally until it counts so many rounds.
     *
     * @param after is given the tally after each round and says whether there is time for another
     */
    Tally run(Tally tally, int rounds, java.util.function.Predicate<Tally> after) {
        if (tally.rounds() >= rounds) {
            return tally;
        }
        var now = tally;
        var more = true;
        try (var stage = new Stage(folder, products)) {
            stage.startPortal(death(now.seed(), now.rounds()));
            while (more && now.rounds() < rounds) {
                var round = new Round(
                        stage,
                        now.rounds(),
                        now.seed(),
                        death(now.seed(), now.rounds()),
                        death(now.seed(), now.rounds() + 1));
                var outcome = round.run();
                now = now.with(outcome);
                says.accept("%s: %d of %d edits accepted, %d writes, started in %.1f s, at rest after %.1f s%s"
                        .formatted(
                                round,
                                outcome.accepted(),
                                outcome.edits(),
                                outcome.writes(),
                                outcome.secondsToStart(),
                                outcome.secondsToRest(),
                                outcome.violations().isEmpty() ? "" : " VIOLATIONS " + outcome.violations()));
                more = after.test(now);
            }
        }
        return now;
    }

    private static Death death(long seed, int round) {
        return Death.of(round, new Random(seed * 7_919 + round), Round.EDITS);
    }
}
