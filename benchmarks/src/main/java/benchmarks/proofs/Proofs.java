package benchmarks.proofs;

import java.util.List;
import picocli.CommandLine;

/** The proofs there are, by name. */
@CommandLine.Command(name = "prove", description = "A long proof; its result goes to docs/proof/.")
public final class Proofs implements java.util.concurrent.Callable<Integer> {

    private Proofs() {}

    /** Runs the named one and returns its exit code: 0 proven, 1 refuted, 2 wrong words, 3 not finished in time. */
    public static int run(List<String> words) {
        return new CommandLine(new Proofs())
                .addSubcommand(new benchmarks.proofs.synccrash.Command())
                .addSubcommand(new benchmarks.proofs.quota.Command())
                .addSubcommand(new benchmarks.proofs.desk.Command())
                .addSubcommand(new benchmarks.proofs.audit.Command())
                .execute(words.toArray(String[]::new));
    }

    @Override
    public Integer call() {
        System.err.println("Which proof? There are: sync-crash, quota, desk, audit, controls");
        return 2;
    }
}
