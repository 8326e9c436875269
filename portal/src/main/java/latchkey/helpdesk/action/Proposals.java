package latchkey.helpdesk.action;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import latchkey.api.ProblemException;
import latchkey.helpdesk.approval.Evidence;
import latchkey.helpdesk.approval.Ground;
import latchkey.helpdesk.approval.Proposal;
import latchkey.helpdesk.verification.VerifiedCaller;
import org.springframework.stereotype.Component;

/** Puts before a second person what an attempt would do, by the rules as they stand at this moment. */
@Component
class Proposals {

    private final RulesAcrossActions rules;

    Proposals(RulesAcrossActions rules) {
        this.rules = rules;
    }

    /**
     * The proposal; its grounds are empty when no rule wants a second person.
     *
     * @throws ProblemException {@code COOLING_TIME} or {@code ANOTHER_AGENT_REQUIRED} when the rules want what no approval
     *     gives
     */
    <C> Proposal of(Action<C> action, Attempt<C> attempt, Optional<VerifiedCaller> caller) {
        var cooling = rules.wantingApproval(attempt.agent(), attempt.customer().id(), action.effects(attempt.plan()));
        return new Proposal(
                action.name(),
                Seen.exact(action, attempt.customer(), attempt.plan()),
                attempt.agent(),
                attempt.under(),
                grounds(cooling, attempt.isProtected()),
                hands(cooling),
                evidence(attempt.plan(), caller));
    }

    private static Set<Ground> grounds(List<Cooling> cooling, boolean isProtected) {
        var grounds = new HashSet<Ground>();
        cooling.forEach(running -> grounds.add(running.caution() ? Ground.CAUTION : Ground.EARLIER_CHANGE));
        if (isProtected) {
            grounds.add(Ground.PROTECTED_CUSTOMER);
        }
        return grounds;
    }

    private static Set<String> hands(List<Cooling> cooling) {
        return cooling.stream().flatMap(running -> running.hands().stream()).collect(Collectors.toSet());
    }

    private static Evidence evidence(Plan plan, Optional<VerifiedCaller> caller) {
        return new Evidence(
                plan.before(),
                plan.after(),
                caller.map(proven -> new Evidence.Proof(proven.method(), proven.expiresAt()))
                        .orElse(null));
    }
}
