package latchkey.helpdesk.action;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import latchkey.access.Agent;
import latchkey.api.Problem;
import latchkey.api.ProblemException;
import latchkey.helpdesk.cases.Case;
import latchkey.helpdesk.caution.Caution;
import latchkey.helpdesk.verification.Assurance;
import latchkey.helpdesk.verification.Verifications;
import latchkey.helpdesk.verification.VerifiedCaller;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Asks for proof of who is calling, where an action, what it changes or the settings want it. */
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
                || settings.verificationRequiredFor().contains(action.name())
                || demand(action.effects(), caution.isRaised()) != ProofDemand.NOTHING;
    }

    /** What the action asks for at most, whatever it changes. */
    ProofDemand demandOf(Action<?> action) {
        var byEffects = demand(action.effects(), caution.isRaised());
        return byEffects == ProofDemand.NOTHING && isProofNeededFor(action) ? ProofDemand.ONE : byEffects;
    }

    /**
     * The proof that counts now, if there is one.
     *
     * @param wanted whether the settings' own rules want one
     * @throws ProblemException {@code CALLER_NOT_VERIFIED} when the action needs proof and there is none
     */
    Optional<VerifiedCaller> callerFor(Action<?> action, Agent agent, Case under, boolean wanted) {
        var proof = verifications.current(under, agent);
        if (proof.isEmpty() && (wanted || isProofNeededFor(action))) {
            throw new ProblemException(Problem.CALLER_NOT_VERIFIED);
        }
        return proof;
    }

    /**
     * Whether a second person's yes must make up for what the proof lacks.
     *
     * @throws ProblemException {@code TWO_PROOFS_REQUIRED} when no yes does
     */
    boolean wantApproval(Action<?> action, Set<Effect> effects, Optional<VerifiedCaller> proof) {
        var demand = demand(action, effects, proof);
        if (demand.isMetBy(assurance(proof))) {
            return false;
        }
        if (demand == ProofDemand.TWO_OR_APPROVAL) {
            return true;
        }
        throw new ProblemException(Problem.TWO_PROOFS_REQUIRED);
    }

    /** The agent's own word leads nobody into an account. */
    private ProofDemand demand(Action<?> action, Set<Effect> effects, Optional<VerifiedCaller> proof) {
        var raised = caution.isRaised();
        var demand = demand(effects, raised);
        if (Effect.leadingIn(effects).isEmpty()
                || proof.filter(VerifiedCaller::isOnlyStated).isEmpty()) {
            return demand;
        }
        var asked = demand == ProofDemand.NOTHING && isProofNeededFor(action) ? ProofDemand.ONE : demand;
        return raised ? asked.onlyStated().raised() : asked.onlyStated();
    }

    private ProofDemand demand(Effect effect, boolean raised, Optional<VerifiedCaller> proof) {
        var demand = demand(effect, raised);
        if (Effect.leadingIn(Set.of(effect)).isEmpty()
                || proof.filter(VerifiedCaller::isOnlyStated).isEmpty()) {
            return demand;
        }
        return raised ? demand.onlyStated().raised() : demand.onlyStated();
    }

    /** What of these effects would ask for more than the proof that is there; one proof is asked for beforehand. */
    List<ProofLine> missing(Set<Effect> effects, Optional<VerifiedCaller> proof) {
        var raised = caution.isRaised();
        Map<ProofDemand, Set<Effect>> missing = new EnumMap<>(ProofDemand.class);
        effects.stream()
                .filter(effect -> demand(effect, raised, proof).compareTo(ProofDemand.ONE) > 0)
                .filter(effect -> !demand(effect, raised, proof).isMetBy(assurance(proof)))
                .forEach(effect -> missing.computeIfAbsent(
                                demand(effect, raised, proof), unseen -> EnumSet.noneOf(Effect.class))
                        .add(effect));
        return missing.entrySet().stream()
                .map(entry -> ProofLine.of(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static @Nullable Assurance assurance(Optional<VerifiedCaller> proof) {
        return proof.map(VerifiedCaller::assurance).orElse(null);
    }

    private ProofDemand demand(Set<Effect> effects, boolean raised) {
        return effects.stream()
                .map(effect -> demand(effect, raised))
                .max(Comparator.naturalOrder())
                .orElse(raised ? ProofDemand.ONE : ProofDemand.NOTHING);
    }

    private ProofDemand demand(Effect effect, boolean raised) {
        var demand = settings.proofFor(effect);
        return raised ? demand.raised() : demand;
    }
}
