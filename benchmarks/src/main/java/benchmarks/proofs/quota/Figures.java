package benchmarks.proofs.quota;

import java.time.Duration;

/**
 * What a run came to.
 *
 * @param changes how many contacts were edited before the nodes began
 * @param written how many of them the directory has
 * @param lasted from the first write to the last
 * @param granted how many writes the budget allowed in that time
 * @param answers all of Graph's answers meanwhile
 * @param refused how many of them were 429
 * @param clicks how many customers agents opened meanwhile
 * @param medianWaitMillis of agents' calls for a permit, of the node where it was longer
 */
record Figures(
        int changes,
        int written,
        Duration lasted,
        long granted,
        long answers,
        long refused,
        long clicks,
        double medianWaitMillis) {

    private static final Duration LEAST = Duration.ofMinutes(5);

    double used() {
        return granted == 0 ? 0 : (double) written / granted;
    }

    double refusedPart() {
        return answers == 0 ? 0 : (double) refused / answers;
    }

    boolean reached() {
        return used() >= 0.97 && refusedPart() < 0.001 && medianWaitMillis < 50 && lasted.compareTo(LEAST) >= 0;
    }
}
