package benchmarks.proofs.audit;

import benchmarks.ground.Ground;
import benchmarks.probe.Probe;
import benchmarks.proofs.Pages;
import java.util.concurrent.Callable;
import picocli.CommandLine.Option;

/** {@code prove audit}: a long trail checked offline, and every kind of tampering at many places. */
@picocli.CommandLine.Command(name = "audit", description = "A long trail checked offline; tampering of every kind.")
public final class Command implements Callable<Integer> {

    private static final int MISSED = 1;

    @Option(names = "--entries", defaultValue = "1000000", description = "how long the trail is; 1000000")
    private int entries;

    @Option(names = "--places", defaultValue = "1000", description = "how often each kind of tampering is tried; 1000")
    private int places;

    @Option(names = "--trails", defaultValue = "1000", description = "how many trails are left alone; 1000")
    private int trails;

    @Option(names = "--seed", defaultValue = "20261122", description = "draws the trails and the places")
    private long seed;

    @Override
    public Integer call() {
        var folder = Ground.emptied(Ground.root().resolve("build/prove/audit"));
        var probe = Probe.compiled(folder, Ground.root().resolve("build"));
        var figures = new Run(probe, folder).figures(entries, places, trails, seed);
        Pages.publish("audit", Report.of(figures, places, seed));
        return figures.reached() ? 0 : MISSED;
    }
}
