package latchkey.helpdesk.action;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import latchkey.access.Agent;
import latchkey.access.Permission;
import latchkey.api.FreshSignIn;
import latchkey.api.Problem;
import latchkey.api.ProblemException;
import latchkey.directory.Customer;
import latchkey.directory.CustomerId;
import latchkey.helpdesk.approval.Approvals;
import latchkey.helpdesk.cases.Case;
import latchkey.helpdesk.cases.Cases;
import latchkey.helpdesk.customer.Standstills;
import latchkey.helpdesk.limits.Limits;
import latchkey.helpdesk.policy.Policy;
import latchkey.helpdesk.verification.Assurance;
import latchkey.helpdesk.verification.Overrides;
import latchkey.helpdesk.verification.Verification;
import latchkey.helpdesk.verification.Verifications;
import latchkey.helpdesk.verification.VerifiedCaller;
import org.springframework.stereotype.Service;

/** Lays an action out in front of an agent, for the page and the endpoint alike; refuses early what would be refused anyway. */
@Service
public class ActionDesk {

    /** The name under which proof is asked for when no action waits for it. */
    public static final String PROOF_ALONE = "verify-caller";

    private final FreshSignIn freshSignIn;
    private final Looking looking;
    private final Callers callers;
    private final Cases cases;
    private final Policy policy;
    private final Verifications verifications;
    private final Overrides overrides;
    private final Approvals approvals;
    private final RulesAcrossActions rules;
    private final Contradictions contradictions;
    private final Limits limits;
    private final Preflight preflight;
    private final Standstills standstills;
    private final Clock clock;

    ActionDesk(
            FreshSignIn freshSignIn,
            Looking looking,
            Callers callers,
            Cases cases,
            Policy policy,
            Verifications verifications,
            Overrides overrides,
            Approvals approvals,
            RulesAcrossActions rules,
            Contradictions contradictions,
            Limits limits,
            Preflight preflight,
            Standstills standstills,
            Clock clock) {
        this.freshSignIn = freshSignIn;
        this.looking = looking;
        this.callers = callers;
        this.cases = cases;
        this.policy = policy;
        this.verifications = verifications;
        this.overrides = overrides;
        this.approvals = approvals;
        this.rules = rules;
        this.contradictions = contradictions;
        this.limits = limits;
        this.preflight = preflight;
        this.standstills = standstills;
        this.clock = clock;
    }

    /**
     * The action as this agent would start it now.
     *
     * @throws ProblemException {@code NOT_PERMITTED}, {@code STEP_UP_REQUIRED}, {@code CUSTOMER_NOT_FOUND}, {@code PROTECTED_CUSTOMER}, {@code
     *     NOT_POSSIBLE_IN_DIRECTORY}, {@code POLICY_REFUSES} under an open case, or what stops every action
     */
    public Laid lay(Agent agent, CustomerId id, Action<?> action) {
        if (!agent.may(action.permission())) {
            throw new ProblemException(Problem.NOT_PERMITTED);
        }
        freshSignIn.demand(agent, action.name());
        limits.open(agent, id);
        var look = looking.look(agent, id);
        standstills.refuse(id);
        preflight.check(action, look);
        return new Laid(look.directory(), look.customer(), view(agent, look, action));
    }

    /**
     * Proof of the caller for itself, without an action behind it.
     *
     * @throws ProblemException as {@link #lay}
     */
    public Laid layProof(Agent agent, CustomerId id) {
        if (!agent.may(Permission.VERIFY_CALLER)) {
            throw new ProblemException(Problem.NOT_PERMITTED);
        }
        limits.open(agent, id);
        var look = looking.look(agent, id);
        return new Laid(
                look.directory(),
                look.customer(),
                view(agent, look, PROOF_ALONE, "", true, Set.of(), false, List.of()));
    }

    /** The same view with the ways that the directory tells slowly. */
    ActionView lookedUp(Agent agent, Laid laid) {
        var view = laid.view();
        var caller = Optional.ofNullable(view.under()).flatMap(under -> verifications.current(under, agent));
        return view.withWays(verifications.waysLookedUp(agent, laid.directory(), laid.customer(), caller.orElse(null)));
    }

    private ActionView view(Agent agent, Looking.Look look, Action<?> action) {
        var under = cases.current(agent, look.customer().id()).orElse(null);
        var verdict = policy.on(action.name(), agent, look.customer(), under);
        if (under != null) {
            verdict.refuse();
        }
        return view(
                agent,
                look,
                action.name(),
                Seen.fingerprint(action, look.customer()),
                verdict.wantsProof() || callers.isProofNeededFor(action),
                action.effects(),
                verdict.wantsApproval() || look.needsApproval() || approvals.areNeededFor(action.name()),
                rules.running(agent, look.customer().id(), action.effects()));
    }

    private ActionView view(
            Agent agent,
            Looking.Look look,
            String action,
            String seen,
            boolean proofNeeded,
            Set<Effect> effects,
            boolean approvalNeeded,
            List<Cooling> cooling) {
        var customer = look.customer();
        var under = cases.current(agent, customer.id());
        return new ActionView(
                action,
                CustomerAddress.page(customer.id()),
                customer.id(),
                customer.displayName(),
                look.directory().name(),
                under.orElse(null),
                cases.reasons(),
                seen,
                proof(agent, customer, under, proofNeeded, effects),
                approvalNeeded,
                cooling.stream().map(CoolingLine::of).toList(),
                contradictions.about(agent, look));
    }

    private ActionView.Proof proof(
            Agent agent, Customer customer, Optional<Case> under, boolean needed, Set<Effect> effects) {
        var waiting = under.flatMap(open -> verifications.waiting(open, agent));
        var caller = under.flatMap(open -> verifications.current(open, agent));
        var proven = caller.map(VerifiedCaller::expiresAt);
        return new ActionView.Proof(
                needed,
                proven.orElse(null),
                proven.map(until -> MinutesLeft.until(until, clock.instant())).orElse(0L),
                waiting.map(Verification::id).orElse(null),
                waiting.map(Verification::sentTo).orElse(null),
                waiting.map(Verification::triesLeft).orElse(0),
                under.flatMap(open -> verifications.ringing(open, agent)).orElse(null),
                verifications.signInWay(customer, caller.orElse(null)).orElse(null),
                overrides.isOffered(),
                under.flatMap(overrides::waiting).orElse(null),
                caller.map(VerifiedCaller::assurance).map(Assurance::code).orElse(null),
                callers.missing(effects, caller),
                verifications.ways(customer, caller.orElse(null)));
    }
}
