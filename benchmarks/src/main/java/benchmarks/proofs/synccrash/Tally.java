package benchmarks.proofs.synccrash;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What came of the rounds so far; kept in a file, so that a proof that was stopped is taken up again.
 *
 * @param deaths how often the portal died in which way
 * @param missed how often a named place was not reached, and a SIGKILL was sent instead
 * @param stepsBack how often the directory showed an older version after a newer one before it was put right
 */
record Tally(
        long seed,
        Instant begun,
        int rounds,
        Map<String, Integer> deaths,
        int missed,
        int edits,
        int accepted,
        int writes,
        int contacts,
        int stepsBack,
        double seconds,
        double secondsToStart,
        double longestToRest,
        List<String> violations) {

    static Tally none(long seed) {
        return new Tally(seed, Instant.now(), 0, Map.of(), 0, 0, 0, 0, 0, 0, 0, 0, 0, List.of());
    }

    /** What one round adds. */
    record Round(
            String death,
            boolean missed,
            int edits,
            int accepted,
            int writes,
            int contacts,
            int stepsBack,
            double seconds,
            double secondsToStart,
            double secondsToRest,
            List<Violation> violations) {}

    Tally with(Round round) {
        var died = new TreeMap<>(deaths);
        died.merge(round.missed() ? "kill -9, a named place not being reached" : round.death(), 1, Integer::sum);
        var broken = new ArrayList<>(violations);
        round.violations().forEach(violation -> broken.add("round " + (rounds + 1) + ": " + violation));
        return new Tally(
                seed,
                begun,
                rounds + 1,
                died,
                missed + (round.missed() ? 1 : 0),
                edits + round.edits(),
                accepted + round.accepted(),
                writes + round.writes(),
                contacts + round.contacts(),
                stepsBack + round.stepsBack(),
                seconds + round.seconds(),
                secondsToStart + round.secondsToStart(),
                Math.max(longestToRest, round.secondsToRest()),
                broken);
    }
}
