package benchmarks.proofs.quota;

import benchmarks.ground.Ground;
import benchmarks.proofs.Pages;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Option;

/** {@code prove quota}: many queued changes, two nodes, agents clicking, Graph's budgets enforced. */
@picocli.CommandLine.Command(name = "quota", description = "Two nodes, a long queue, and Graph's budgets enforced.")
public final class Command implements Callable<Integer> {

    private static final int MISSED = 1;

    @Option(names = "--changes", defaultValue = "10000", description = "how many contacts are edited; 10000")
    private int changes;

    @Option(names = "--minutes", defaultValue = "20", description = "ends after so many minutes in any case; 20")
    private int minutes;

    @Override
    public Integer call() {
        var folder = Ground.root().resolve("build/prove/quota");
        try (var stage = new Stage(folder, changes)) {
            var figures = new Run(stage, changes, Duration.ofMinutes(minutes)).figures();
            Pages.publish("quota", Report.of(figures));
            return figures.reached() ? 0 : MISSED;
        }
    }
}
