package latchkey.helpdesk.action;

import jakarta.validation.Valid;
import java.time.Duration;
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
 * @param readBackFor how long a lost answer is looked for before it is called unknown
 * @param rules cooling times by name; each that is named here replaces the shipped one of that name
 */
@Validated
@ConfigurationProperties("latchkey.actions")
record ActionSettings(
        @DefaultValue Set<String> verificationRequiredFor,
        @DefaultValue("3s") Duration readBackFor,
        @DefaultValue Map<String, @Valid CoolingRule> rules) {

    ActionSettings {
        rules = withShipped(rules);
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
