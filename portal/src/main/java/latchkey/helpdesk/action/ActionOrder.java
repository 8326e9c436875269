package latchkey.helpdesk.action;

import latchkey.api.FreshSignIn;
import latchkey.api.Problem;
import latchkey.api.ProblemException;
import latchkey.directory.DirectoryFailure;
import latchkey.helpdesk.approval.Approvals;
import latchkey.helpdesk.customer.Standstills;
import latchkey.helpdesk.limits.Limits;
import latchkey.helpdesk.policy.Policy;
import org.springframework.stereotype.Service;

/**
 * The order of every action, once: permission, fresh sign-in, population, protected customer, standstill, case, policy, verification, rules across
 * actions, approval, preflight; then announce, act, record, notice, undo ledger.
 */
@Service
public class ActionOrder {

    private final OneAtATime oneAtATime;
    private final FreshSignIn freshSignIn;
    private final Looking looking;
    private final Callers callers;
    private final CaseOfAction cases;
    private final Policy policy;
    private final RulesAcrossActions rules;
    private final Limits limits;
    private final Proposals proposals;
    private final Approvals approvals;
    private final Preflight preflight;
    private final Acting acting;
    private final Attempts attempts;
    private final Standstills standstills;

    ActionOrder(
            OneAtATime oneAtATime,
            FreshSignIn freshSignIn,
            Looking looking,
            Callers callers,
            CaseOfAction cases,
            Policy policy,
            RulesAcrossActions rules,
            Limits limits,
            Proposals proposals,
            Approvals approvals,
            Preflight preflight,
            Acting acting,
            Attempts attempts,
            Standstills standstills) {
        this.oneAtATime = oneAtATime;
        this.freshSignIn = freshSignIn;
        this.looking = looking;
        this.callers = callers;
        this.cases = cases;
        this.policy = policy;
        this.rules = rules;
        this.limits = limits;
        this.proposals = proposals;
        this.approvals = approvals;
        this.preflight = preflight;
        this.acting = acting;
        this.attempts = attempts;
        this.standstills = standstills;
    }

    /**
     * Carries the action out, or says what refused it; either is in the trail when this returns.
     *
     * @throws DirectoryFailure when the directory failed before anything was written
     * @throws latchkey.audit.AuditUnavailable when the trail took no entry; nothing was written then
     */
    public <C> Result carryOut(Action<C> action, Submission<C> submission) {
        var noting = attempts.of(action, submission);
        try {
            return inOrder(action, submission, noting);
        } catch (ProblemException refusal) {
            noting.refused(refusal.problem());
            return new Result.Refused(refusal.problem(), refusal.members());
        } catch (DirectoryFailure failure) {
            noting.refused(Failures.problem(failure));
            throw failure;
        }
    }

    /**
     * What the action would exactly do, by the same rules up to the case; writes nothing and asks for no approval.
     *
     * @throws ProblemException with whatever would refuse it
     */
    public <C> Preview preview(Action<C> action, Submission<C> submission) {
        checkPermission(action, submission);
        freshSignIn.demand(submission.agent(), action.name());
        var seen = looking.look(submission);
        standstills.refuse(submission.customer());
        preflight.check(action, seen);
        preflight.checkSeen(action, submission, seen.customer());
        var plan = action.plan(seen.directory(), seen.customer(), submission.command());
        rules.running(submission.agent(), submission.customer(), action.effects(plan))
                .forEach(Cooling::refuse);
        return new Preview(
                seen.customer(), plan, Seen.exact(action, seen.customer(), plan).hash());
    }

    private <C> Result inOrder(Action<C> action, Submission<C> submission, Attempts.Noting noting) {
        checkPermission(action, submission);
        freshSignIn.demand(submission.agent(), action.name());
        var turn = oneAtATime.turn(submission.customer());
        var seen = looking.look(submission);
        standstills.refuse(submission.customer());
        var under = cases.of(submission);
        noting.under(under);
        var verdict = policy.on(action.name(), submission.agent(), seen.customer(), under);
        verdict.refuse();
        var caller = callers.callerFor(action, submission.agent(), under, verdict.wantsProof());
        preflight.check(action, seen);
        preflight.checkSeen(action, submission, seen.customer());
        var plan = action.plan(seen.directory(), seen.customer(), submission.command());
        preflight.checkConfirmed(submission, Seen.exact(action, seen.customer(), plan));
        var attempt = new Attempt<>(submission.agent(), seen, turn, under, submission.command(), plan);
        var proposal = proposals.of(action, attempt, caller);
        limits.act(submission.agent(), submission.customer());
        approvals.seek(proposal);
        return acting.act(action, attempt, caller);
    }

    private static void checkPermission(Action<?> action, Submission<?> submission) {
        if (!submission.agent().may(action.permission())) {
            throw new ProblemException(Problem.NOT_PERMITTED);
        }
    }
}
