package latchkey.helpdesk.action;

import jakarta.validation.Valid;
import java.time.Duration;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What actions ask for beyond what they always ask for.
 *
 * @param verificationRequiredFor names of actions that need a verified caller though they would not by themselves
 * @param proof what proof of the caller a change asks for, by what is changed; what is not named keeps the shipped demand
 * @param readBackFor how long a lost answer is looked for before it is called unknown
 * @param rules cooling times by name; each that is named here replaces the shipped one of that name
 */
@Validated
@ConfigurationProperties("latchkey.actions")
record ActionSettings(
        @DefaultValue Set<String> verificationRequiredFor,
        @DefaultValue Map<Effect, ProofDemand> proof,
        @DefaultValue("3s") Duration readBackFor,
        @DefaultValue Map<String, @Valid CoolingRule> rules) {

    ActionSettings {
        proof = withShippedProof(proof);
        rules = withShipped(rules);
    }

    /** What a change of that sort asks for. */
    ProofDemand proofFor(Effect effect) {
        return proof.getOrDefault(effect, ProofDemand.TWO);
    }

    /** A link to an address on file is its own proof, and who stops an account gains nothing by it. */
    private static Map<Effect, ProofDemand> withShippedProof(Map<Effect, ProofDemand> named) {
        var all = new EnumMap<Effect, ProofDemand>(Effect.class);
        all.put(Effect.PASSWORD, ProofDemand.NOTHING);
        all.put(Effect.BLOCKED, ProofDemand.NOTHING);
        all.put(Effect.SESSIONS, ProofDemand.NOTHING);
        all.put(Effect.PROFILE, ProofDemand.ONE);
        all.put(Effect.UNBLOCKED, ProofDemand.ONE);
        all.put(Effect.METHODS, ProofDemand.TWO_OR_APPROVAL);
        all.put(Effect.SIGN_IN_NAMES, ProofDemand.TWO_OR_APPROVAL);
        all.put(Effect.ADDRESSES, ProofDemand.TWO_OR_APPROVAL);
        all.putAll(named);
        return Map.copyOf(all);
    }

    private static Map<String, CoolingRule> withShipped(Map<String, CoolingRule> named) {
        var all = new LinkedHashMap<String, CoolingRule>();
        all.put("after-credentials", afterCredentials());
        all.putAll(named);
        return Map.copyOf(all);
    }

    /** The way accounts are taken over: get in by a reset, then lead codes and notices somewhere else. */
    private static CoolingRule afterCredentials() {
        return new CoolingRule(
                EnumSet.of(Effect.PASSWORD, Effect.METHODS, Effect.SIGN_IN_NAMES, Effect.UNBLOCKED),
                EnumSet.of(Effect.METHODS, Effect.SIGN_IN_NAMES, Effect.ADDRESSES),
                Duration.ofHours(24),
                CoolingRule.Demand.ANOTHER_AGENT_WITH_APPROVAL);
    }
}
