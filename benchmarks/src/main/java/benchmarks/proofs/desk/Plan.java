package benchmarks.proofs.desk;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Who opens which customer, and when: drawn before, so that a slow answer makes nobody come later.
 *
 * @param agents how many are signed in
 * @param pagesPerHour by all agents together
 * @param lasting from the first opening to the last
 * @param seed the same seed draws the same plan
 */
record Plan(int agents, int pagesPerHour, Duration lasting, long seed) {

    /** Every so many openings the agent also asks for the customer's methods. */
    static final int ASKS_FOR_METHODS = 10;

    /**
     * One customer opened by one agent.
     *
     * @param after the time since the beginning
     * @param customer drawn from 0 to 1 over all customers
     */
    record Opening(Duration after, int agent, double customer, boolean asksForMethods) {}

    /** Arrivals without memory, as calls come in; agents take them in turn. */
    List<Opening> openings() {
        var random = new Random(seed);
        var openings = new ArrayList<Opening>();
        var mean = 3_600e9 / pagesPerHour;
        for (var at = 0.0; at < lasting.toNanos(); at += -Math.log(1 - random.nextDouble()) * mean) {
            var turn = openings.size();
            openings.add(new Opening(
                    Duration.ofNanos((long) at),
                    turn % agents,
                    random.nextDouble(),
                    turn % ASKS_FOR_METHODS == ASKS_FOR_METHODS - 1));
        }
        return openings;
    }
}
