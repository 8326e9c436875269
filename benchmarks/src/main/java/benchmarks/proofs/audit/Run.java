package benchmarks.proofs.audit;

import benchmarks.probe.Probe;
import java.nio.file.Path;

/** Lets each program do its part, in a process of its own. */
final class Run {

    private final Probe probe;
    private final Path folder;

    Run(Probe probe, Path folder) {
        this.probe = probe;
        this.folder = folder;
    }

    Figures figures(int entries, int places, int trails, long seed) {
        System.err.println("  a trail of " + entries + " entries ...");
        var trail = probe.run("latchkey.audit.TrailProbe", "512m", folder.toString(), String.valueOf(entries));
        System.err.println("  its export, checked with the public key alone ...");
        var offline = probe.run(
                "latchkey.audit.OfflineProbe",
                "128m",
                folder.resolve("export.jsonl").toString(),
                folder.resolve("key.pem").toString());
        System.err.println("  tampering ...");
        var tampering = probe.run(
                "latchkey.audit.TamperProbe",
                "256m",
                String.valueOf(seed),
                String.valueOf(places),
                String.valueOf(trails));
        return new Figures(
                trail.get(0).longValue(),
                trail.get(1),
                trail.get(2),
                trail.get(3),
                offline.get(0).longValue(),
                offline.get(1),
                tampering.get(0).intValue(),
                tampering.get(1).longValue(),
                tampering.get(2).longValue(),
                tampering.get(3).longValue(),
                tampering.get(4).longValue());
    }
}
