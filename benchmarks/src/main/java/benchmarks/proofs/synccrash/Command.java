package benchmarks.proofs.synccrash;

import benchmarks.ground.Ground;
import benchmarks.proofs.Pages;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import picocli.CommandLine.Option;
import tools.jackson.databind.ObjectMapper;

/** {@code prove sync-crash}: as many rounds as wanted, taken up where the last run stopped. */
@picocli.CommandLine.Command(name = "sync-crash", description = "Kills the portal among edits and looks for lost ones.")
public final class Command implements java.util.concurrent.Callable<Integer> {

    private static final int VIOLATED = 1;
    private static final int UNFINISHED = 3;

    @Option(names = "--rounds", defaultValue = "200", description = "how many rounds in all; 200")
    private int rounds;

    @Option(names = "--minutes", defaultValue = "240", description = "begins no round after so many minutes; 240")
    private int minutes;

    @Option(names = "--seed", defaultValue = "20261122", description = "draws edits, deaths and trouble")
    private long seed;

    @Option(names = "--fresh", description = "begins again instead of going on")
    private boolean fresh;

    private final ObjectMapper json = new ObjectMapper();
    private final Path folder = Ground.root().resolve("build/prove/sync-crash");

    @Override
    public Integer call() {
        var end = System.nanoTime() + Duration.ofMinutes(minutes).toNanos();
        var proof = new SyncCrash(folder.resolve("ground"), Ground.root().resolve("build"), System.out::println);
        var tally = proof.run(begin(), rounds, now -> {
            keep(now);
            return System.nanoTime() < end;
        });
        Pages.publish("sync-crash", Report.of(tally, rounds));
        if (!tally.violations().isEmpty()) {
            return VIOLATED;
        }
        return tally.rounds() < rounds ? UNFINISHED : 0;
    }

    private Tally begin() {
        var kept = state();
        if (fresh || !Files.exists(kept)) {
            return Tally.none(seed);
        }
        var tally = json.readValue(kept.toFile(), Tally.class);
        if (tally.seed() != seed) {
            return Tally.none(seed);
        }
        System.out.println("going on after round " + tally.rounds() + "; --fresh begins again");
        return tally;
    }

    /** Written beside and moved, so that a stop in the middle leaves the last one whole. */
    private void keep(Tally tally) {
        try {
            Files.createDirectories(folder);
            var beside = folder.resolve("state.new");
            Files.writeString(beside, json.writeValueAsString(tally));
            Files.move(beside, state(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path state() {
        return folder.resolve("state.json");
    }
}
