package latchkey.helpdesk.action;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import latchkey.api.Problem;
import latchkey.api.ProblemException;
import latchkey.audit.AuditedChange;
import latchkey.audit.Outcome;
import latchkey.audit.Trail;
import latchkey.directory.DirectoryFailure;
import latchkey.directory.Receipt;
import latchkey.helpdesk.approval.Approval;
import latchkey.helpdesk.approval.Approvals;
import latchkey.helpdesk.approval.Leave;
import latchkey.helpdesk.verification.VerifiedCaller;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The second half of the order: announce, act, record, notice, undo ledger. Without the announcement nothing is done. */
@Component
class Acting {

    private final Trail trail;
    private final Proposals proposals;
    private final Approvals approvals;
    private final OneAtATime oneAtATime;
    private final ReadBack readBack;
    private final UndoLedger ledger;
    private final PendingWrites pending;
    private final Notices notices;

    Acting(
            Trail trail,
            Proposals proposals,
            Approvals approvals,
            OneAtATime oneAtATime,
            ReadBack readBack,
            UndoLedger ledger,
            PendingWrites pending,
            Notices notices) {
        this.trail = trail;
        this.proposals = proposals;
        this.approvals = approvals;
        this.oneAtATime = oneAtATime;
        this.readBack = readBack;
        this.ledger = ledger;
        this.pending = pending;
        this.notices = notices;
    }

    <C> Result act(Action<C> action, Attempt<C> attempt, Optional<VerifiedCaller> caller) {
        var customer = attempt.customer().id();
        var begun = oneAtATime.begin(customer, attempt.turn(), () -> begin(action, attempt, caller));
        try {
            return noticed(action, attempt, caller, begun);
        } finally {
            oneAtATime.ended(customer);
        }
    }

    private <C> Result noticed(Action<C> action, Attempt<C> attempt, Optional<VerifiedCaller> caller, Begun begun) {
        try {
            notices.begin(action, attempt, begun.announced());
        } catch (ProblemException refusal) {
            return cameToNothing(begun, refusal);
        } catch (RuntimeException fault) {
            approvals.giveBack(begun.leave());
            trail.record(begun.announced(), Outcome.failed(Problem.INTERNAL.code(), null));
            throw fault;
        }
        return act(action, attempt, caller, begun);
    }

    /** The last look at the rules, and the yes used up, at a moment when nobody else can begin anything for this customer. */
    private <C> Begun begin(Action<C> action, Attempt<C> attempt, Optional<VerifiedCaller> caller) {
        var leave = approvals.leaveFor(proposals.of(action, attempt, caller));
        return new Begun(leave, announce(action, attempt, caller, leave));
    }

    private <C> Result act(Action<C> action, Attempt<C> attempt, Optional<VerifiedCaller> caller, Begun begun) {
        var announced = begun.announced();
        try {
            var receipt = carryOut(action, attempt, caller, begun.leave(), announced);
            return done(action, attempt, announced, receipt.requestId());
        } catch (DirectoryFailure.OutcomeUnknown lost) {
            return lookFor(action, attempt, announced, lost);
        } catch (DirectoryFailure failure) {
            approvals.giveBack(begun.leave());
            trail.record(announced, Outcome.failed(Failures.problem(failure).code(), failure.requestId()));
            notices.end(announced, Notice.Ending.CAME_TO_NOTHING);
            return refusedOrThrown(failure);
        } catch (ProblemException refusal) {
            notices.end(announced, Notice.Ending.CAME_TO_NOTHING);
            return cameToNothing(begun, refusal);
        } catch (RuntimeException fault) {
            trail.record(announced, Outcome.unknown(Problem.INTERNAL.code(), null));
            throw fault;
        }
    }

    private Result cameToNothing(Begun begun, ProblemException refusal) {
        approvals.giveBack(begun.leave());
        trail.record(begun.announced(), Outcome.failed(refusal.problem().code(), null));
        return new Result.Refused(refusal.problem(), refusal.members());
    }

    private <C> AuditedChange announce(
            Action<C> action, Attempt<C> attempt, Optional<VerifiedCaller> caller, Leave leave) {
        Map<String, String> facts = new HashMap<>(attempt.plan().facts());
        facts.put(Effect.FACT, Effect.fact(action.effects(attempt.plan())));
        caller.ifPresent(proof -> facts.putAll(facts(proof)));
        if (leave instanceof Approval approval) {
            facts.put("approval", approval.id().toString());
        }
        return trail.announce(attempt.under()
                .announcement(attempt.agent(), action.name(), why(attempt), facts, beforeAndAfter(attempt.plan())));
    }

    private static Map<String, String> facts(VerifiedCaller proof) {
        var ids = proof.proofs().stream().map(UUID::toString).collect(Collectors.joining(","));
        return Map.of(
                "verification",
                ids,
                "proved-by",
                String.join(",", proof.methods()),
                "assurance",
                proof.assurance().code());
    }

    private static String why(Attempt<?> attempt) {
        return Objects.requireNonNullElseGet(attempt.plan().why(), attempt.under()::why);
    }

    private static Map<String, String> beforeAndAfter(Plan plan) {
        Map<String, String> personal = new HashMap<>();
        plan.before().forEach((name, value) -> personal.put(name + ".before", value));
        plan.after().forEach((name, value) -> personal.put(name + ".after", value));
        return personal;
    }

    private static <C> Receipt carryOut(
            Action<C> action,
            Attempt<C> attempt,
            Optional<VerifiedCaller> caller,
            Leave leave,
            AuditedChange announced) {
        return switch (action) {
            case OpenAction<C> open -> open.act(attempt, leave, announced);
            case VerifiedAction<C> verified ->
                verified.act(
                        attempt,
                        caller.orElseThrow(() -> new ProblemException(Problem.CALLER_NOT_VERIFIED)),
                        leave,
                        announced);
        };
    }

    private Result done(Action<?> action, Attempt<?> attempt, AuditedChange announced, @Nullable String requestId) {
        trail.record(announced, Outcome.done(requestId));
        keep(action, attempt, announced, true);
        notices.end(announced, Notice.Ending.HAPPENED);
        return attempt.plan().expected().isEmpty()
                ? new Result.Done(announced.id())
                : new Result.Accepted(announced.id());
    }

    private Result lookFor(
            Action<?> action, Attempt<?> attempt, AuditedChange announced, DirectoryFailure.OutcomeUnknown lost) {
        if (readBack.shows(attempt)) {
            return done(action, attempt, announced, lost.requestId());
        }
        trail.record(announced, Outcome.unknown(Problem.OUTCOME_UNKNOWN.code(), lost.requestId()));
        keep(action, attempt, announced, false);
        notices.end(announced, Notice.Ending.MAY_HAVE_HAPPENED);
        return new Result.Unknown(announced.id());
    }

    private void keep(Action<?> action, Attempt<?> attempt, AuditedChange announced, boolean certain) {
        ledger.keep(action, attempt, announced);
        pending.expect(attempt, announced, certain);
    }

    /** What the directory says no to is a refusal; what it fails at is a fault. */
    private static Result refusedOrThrown(DirectoryFailure failure) {
        return switch (failure) {
            case DirectoryFailure.InvalidValue f -> refused(f);
            case DirectoryFailure.AlreadyTaken f -> refused(f);
            case DirectoryFailure.NotAllowed f -> refused(f);
            case DirectoryFailure.NotFound f -> refused(f);
            case DirectoryFailure.NotSupported f -> refused(f);
            case DirectoryFailure.Misconfigured f -> throw f;
            case DirectoryFailure.Throttled f -> throw f;
            case DirectoryFailure.Unavailable f -> throw f;
            case DirectoryFailure.OutcomeUnknown f -> throw f;
        };
    }

    private static Result refused(DirectoryFailure failure) {
        var told = Failures.told(failure);
        return new Result.Refused(told.problem(), told.members());
    }

    /** An announced action with the leave it has. */
    private record Begun(Leave leave, AuditedChange announced) {}
}
