package latchkey.helpdesk.action;

import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.util.Set;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * A cooling time: after one change of an account, another one asks for more for a while.
 *
 * @param after what was changed, by whomever
 * @param then what must not follow as it otherwise would
 * @param within for how long
 * @param demand what the second change asks for
 */
record CoolingRule(
        @NotEmpty Set<Effect> after,
        @NotEmpty Set<Effect> then,
        @NotNull @DefaultValue("24h") Duration within,

        @NotNull @DefaultValue("another-agent-with-approval")
        Demand demand) {

    /** What a second change can ask for. */
    enum Demand {
        /** Nothing: switches a shipped rule off. */
        NOTHING(false, false, false),
        APPROVAL(true, false, false),
        ANOTHER_AGENT(false, true, false),
        ANOTHER_AGENT_WITH_APPROVAL(true, true, false),
        /** The time must pass. */
        NOBODY(false, false, true);

        private final boolean approval;
        private final boolean anotherAgent;
        private final boolean refused;

        Demand(boolean approval, boolean anotherAgent, boolean refused) {
            this.approval = approval;
            this.anotherAgent = anotherAgent;
            this.refused = refused;
        }

        boolean needsApproval() {
            return approval;
        }

        boolean needsAnotherAgent() {
            return anotherAgent;
        }

        boolean refusesEverybody() {
            return refused;
        }
    }
}
