package latchkey.helpdesk.verification;

import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BinaryOperator;
import latchkey.directory.CustomerId;

/** Proof that the caller is the customer; only this package makes it, and actions that need it ask for it. */
public final class VerifiedCaller {

    private static final Comparator<Verification> STRENGTH =
            Comparator.comparing(Verification::worth).thenComparing(VerifiedCaller::until);

    private final List<Verification> proofs;

    private VerifiedCaller(List<Verification> proofs) {
        this.proofs = List.copyOf(proofs);
    }

    /** What the proofs of one case that count now amount to: of each channel the strongest, and two at most; somebody
     * else's word is none beside a proof, nor a proof beside it. */
    static Optional<VerifiedCaller> of(List<Verification> proofs) {
        Map<Channel, Verification> best = new EnumMap<>(Channel.class);
        proofs.forEach(proof -> best.merge(proof.channel(), proof, BinaryOperator.maxBy(STRENGTH)));
        var vouched = best.get(Channel.WORD);
        if (vouched != null && best.values().stream().noneMatch(proof -> proof.worth() == Worth.SHOWN)) {
            return Optional.of(new VerifiedCaller(List.of(vouched)));
        }
        best.remove(Channel.WORD);
        var strongest =
                best.values().stream().sorted(STRENGTH.reversed()).limit(2).toList();
        return strongest.isEmpty() ? Optional.empty() : Optional.of(new VerifiedCaller(strongest));
    }

    /** The proofs it stands on. */
    public List<UUID> proofs() {
        return proofs.stream().map(Verification::id).toList();
    }

    /** How the caller proved it. */
    public List<String> methods() {
        return proofs.stream().map(Verification::method).toList();
    }

    /** Whether another proof by that method would add nothing. */
    boolean isAsGoodAs(VerificationMethod method) {
        return proofs.stream()
                .anyMatch(proof ->
                        proof.channel() == method.channel() && proof.worth().compareTo(method.worth()) >= 0);
    }

    /** Key of the supervisor on whose word it stands. */
    public Optional<String> vouchedBy() {
        return proofs.stream()
                .map(Verification::vouchedBy)
                .filter(Objects::nonNull)
                .findFirst();
    }

    boolean hasSignedIn() {
        return proofs.stream().anyMatch(proof -> proof.channel() == Channel.SIGN_IN);
    }

    /** Whether it stands on nothing but the word of the agent who acts on it. */
    public boolean isOnlyStated() {
        return proofs.stream().allMatch(proof -> proof.worth() == Worth.STATED);
    }

    public UUID caseId() {
        return proofs.getFirst().caseId();
    }

    public CustomerId customer() {
        return proofs.getFirst().customer();
    }

    /** Key of the agent who saw the proof. */
    public String agent() {
        return proofs.getFirst().agent();
    }

    public Assurance assurance() {
        return proofs.size() > 1 ? Assurance.TWO_METHODS : Assurance.ONE_ADDRESS;
    }

    /** Until when all of it counts. */
    public Instant expiresAt() {
        return proofs.stream()
                .map(VerifiedCaller::until)
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }

    private static Instant until(Verification proven) {
        return Objects.requireNonNull(proven.provenUntil(), "a proof has an end");
    }
}
