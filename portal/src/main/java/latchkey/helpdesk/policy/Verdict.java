package latchkey.helpdesk.policy;

import java.util.List;
import java.util.Map;
import latchkey.api.Problem;
import latchkey.api.ProblemException;

/**
 * What the settings' rules say about one action now.
 *
 * @param refusals rules that refuse it
 * @param approvals rules that want a second person
 * @param proofs rules that want the caller to prove who they are
 */
public record Verdict(List<Demand> refusals, List<Demand> approvals, List<Demand> proofs) {

    public Verdict {
        refusals = List.copyOf(refusals);
        approvals = List.copyOf(approvals);
        proofs = List.copyOf(proofs);
    }

    /** Throws {@code POLICY_REFUSES}, with the first refusal by name, when there is one. */
    public void refuse() {
        refusals.stream().findFirst().ifPresent(first -> {
            throw new ProblemException(
                    Problem.POLICY_REFUSES, Map.of("rule", first.rule(), "because", first.because()));
        });
    }

    public boolean wantsApproval() {
        return !approvals.isEmpty();
    }

    public boolean wantsProof() {
        return !proofs.isEmpty();
    }
}
