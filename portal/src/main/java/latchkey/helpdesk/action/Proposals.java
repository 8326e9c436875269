package latchkey.helpdesk.action;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import latchkey.api.ProblemException;
import latchkey.helpdesk.approval.Evidence;
import latchkey.helpdesk.approval.Ground;
import latchkey.helpdesk.approval.Proposal;
import latchkey.helpdesk.policy.Policy;
import latchkey.helpdesk.verification.VerifiedCaller;
import org.springframework.stereotype.Component;

/** Puts before a second person what an attempt would do, by the rules as they stand at this moment. */
@Component
class Proposals {

    private final RulesAcrossActions rules;
    private final Callers callers;
    private final Policy policy;

    Proposals(RulesAcrossActions rules, Callers callers, Policy policy) {
        this.rules = rules;
        this.callers = callers;
        this.policy = policy;
    }

    /**
     * The proposal; its grounds are empty when no rule wants a second person.
     *
     * @throws ProblemException {@code POLICY_REFUSES}, {@code COOLING_TIME}, {@code ANOTHER_AGENT_REQUIRED} or {@code
     *     TWO_PROOFS_REQUIRED} when the rules want what no approval gives
     */
    <C> Proposal of(Action<C> action, Attempt<C> attempt, Optional<VerifiedCaller> caller) {
        var effects = action.effects(attempt.plan());
        var cooling = rules.wantingApproval(attempt.agent(), attempt.customer().id(), effects);
        var verdict = policy.on(action.name(), attempt.agent(), attempt.customer(), attempt.under());
        verdict.refuse();
        var grounds = grounds(cooling);
        addIf(attempt.isProtected(), Ground.PROTECTED_CUSTOMER, grounds);
        addIf(callers.wantApproval(action, effects, caller), Ground.LITTLE_PROOF, grounds);
        addIf(verdict.wantsApproval(), Ground.POLICY, grounds);
        return new Proposal(
                action.name(),
                Seen.exact(action, attempt.customer(), attempt.plan()),
                attempt.agent(),
                attempt.under(),
                grounds,
                hands(cooling, caller),
                evidence(attempt.plan(), caller));
    }

    private static Set<Ground> grounds(List<Cooling> cooling) {
        return cooling.stream()
                .map(running -> running.caution() ? Ground.CAUTION : Ground.EARLIER_CHANGE)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Ground.class)));
    }

    private static void addIf(boolean wanted, Ground ground, Set<Ground> grounds) {
        if (wanted) {
            grounds.add(ground);
        }
    }

    /** Whoever vouched for the caller is no second person beside that word. */
    private static Set<String> hands(List<Cooling> cooling, Optional<VerifiedCaller> caller) {
        var before = cooling.stream().flatMap(running -> running.hands().stream());
        return Stream.concat(before, caller.flatMap(VerifiedCaller::vouchedBy).stream())
                .collect(Collectors.toSet());
    }

    private static Evidence evidence(Plan plan, Optional<VerifiedCaller> caller) {
        return new Evidence(
                plan.before(),
                plan.after(),
                caller.map(proven -> new Evidence.Proof(proven.methods(), proven.expiresAt()))
                        .orElse(null));
    }
}
