package latchkey.helpdesk.action;

import java.util.Optional;
import latchkey.access.Agent;
import latchkey.api.Problem;
import latchkey.api.ProblemException;
import latchkey.helpdesk.cases.Case;
import latchkey.helpdesk.caution.Caution;
import latchkey.helpdesk.verification.Verifications;
import latchkey.helpdesk.verification.VerifiedCaller;
import org.springframework.stereotype.Component;

/** Asks for proof of who is calling, where an action or the settings want it. */
@Component
class Callers {

    private final Verifications verifications;
    private final ActionSettings settings;
    private final Caution caution;

    Callers(Verifications verifications, ActionSettings settings, Caution caution) {
        this.verifications = verifications;
        this.settings = settings;
        this.caution = caution;
    }

    boolean isProofNeededFor(Action<?> action) {
        return action instanceof VerifiedAction
                || caution.isRaised()
                || settings.verificationRequiredFor().contains(action.name());
    }

    /**
     * The proof that counts now, if there is one.
     *
     * @throws ProblemException {@code CALLER_NOT_VERIFIED} when the action needs proof and there is none
     */
    Optional<VerifiedCaller> callerFor(Action<?> action, Agent agent, Case under) {
        var proof = verifications.current(under, agent);
        if (proof.isEmpty() && isProofNeededFor(action)) {
            throw new ProblemException(Problem.CALLER_NOT_VERIFIED);
        }
        return proof;
    }
}
