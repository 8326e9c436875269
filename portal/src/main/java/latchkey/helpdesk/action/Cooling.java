package latchkey.helpdesk.action;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import latchkey.api.Problem;
import latchkey.api.ProblemException;

/**
 * A cooling time that runs, or heightened caution, which asks for approvals in the same way.
 *
 * @param caution whether it is heightened caution
 * @param demand what the rule asks for
 * @param concerned what it is asked for
 * @param byAsker whether the agent who asks did the earlier change
 * @param hands keys of the agents whose earlier changes it is about
 * @param until when it is over, for this agent
 */
record Cooling(
        boolean caution,
        CoolingRule.Demand demand,
        Set<Effect> concerned,
        boolean byAsker,
        Set<String> hands,
        Instant until) {

    boolean needsApproval() {
        return demand.needsApproval();
    }

    /** Throws {@code COOLING_TIME} where nobody may, {@code ANOTHER_AGENT_REQUIRED} where this agent may not. */
    void refuse() {
        if (demand.refusesEverybody()) {
            throw new ProblemException(Problem.COOLING_TIME, Map.of("until", until));
        }
        if (demand.needsAnotherAgent() && byAsker) {
            throw new ProblemException(
                    Problem.ANOTHER_AGENT_REQUIRED, Map.of("until", until, "approvalNeeded", demand.needsApproval()));
        }
    }
}
