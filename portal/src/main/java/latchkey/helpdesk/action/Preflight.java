package latchkey.helpdesk.action;

import java.util.Map;
import latchkey.api.Problem;
import latchkey.api.ProblemException;
import latchkey.directory.Customer;
import latchkey.directory.Directory.Capability;
import latchkey.helpdesk.approval.ExactAction;
import org.springframework.stereotype.Component;

/** Looks whether the action fits the directory, and whether it is still about what the agent saw. */
@Component
class Preflight {

    void check(Action<?> action, Looking.Look seen) {
        if (seen.needsApproval() && !action.isForProtectedCustomers()) {
            throw Looking.refusal(seen.protection().orElseThrow());
        }
        action.capability().map(seen.directory()::capability).ifPresent(Preflight::check);
    }

    /** A form that shows other values than the directory has now would write over what it never showed. */
    void checkSeen(Action<?> action, Submission<?> submission, Customer now) {
        if (!Seen.fingerprint(action, now).equals(submission.seen())) {
            throw new ProblemException(Problem.STALE_FORM);
        }
    }

    void checkConfirmed(Submission<?> submission, ExactAction exact) {
        submission
                .confirmation()
                .filter(confirmed -> !confirmed.equals(exact.hash()))
                .ifPresent(other -> {
                    throw new ProblemException(Problem.STALE_FORM);
                });
    }

    private static void check(Capability capability) {
        switch (capability) {
            case Capability.Available available -> {}
            case Capability.Missing missing ->
                throw new ProblemException(Problem.NOT_POSSIBLE_IN_DIRECTORY, Map.of("reason", missing.reason()));
        }
    }
}
