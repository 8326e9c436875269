package benchmarks.proofs.desk;

import benchmarks.ground.Ground;
import benchmarks.proofs.Pages;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Option;

/** {@code prove desk}: many agents, some pages an hour each, slow calls scarce, the collector beside them. */
@picocli.CommandLine.Command(name = "desk", description = "Many agents open customers beside the collector.")
public final class Command implements Callable<Integer> {

    private static final int MISSED = 1;

    @Option(names = "--agents", defaultValue = "120", description = "how many agents are signed in; 120")
    private int agents;

    @Option(
            names = "--pages-per-hour",
            defaultValue = "1440",
            description = "how many customers all open together; 1440")
    private int pagesPerHour;

    @Option(names = "--minutes", defaultValue = "15", description = "how long; 15")
    private int minutes;

    @Option(names = "--seed", defaultValue = "20261122", description = "draws who opens whom, and when")
    private long seed;

    @Override
    public Integer call() {
        var plan = new Plan(agents, pagesPerHour, Duration.ofMinutes(minutes), seed);
        try (var stage = new Stage(Ground.emptied(Ground.root().resolve("build/prove/desk")), agents)) {
            var figures = new Run(stage, plan).figures();
            Pages.publish("desk", Report.of(plan, figures));
            return figures.reached() ? 0 : MISSED;
        }
    }
}
