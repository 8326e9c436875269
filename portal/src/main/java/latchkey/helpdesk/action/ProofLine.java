package latchkey.helpdesk.action;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A proof that is still missing, as the action's page tells it before anything is sent off.
 *
 * @param demand {@code two-or-approval} or {@code two}
 * @param effects what it is asked for, such as {@code addresses}
 */
public record ProofLine(String demand, List<String> effects) {

    static ProofLine of(ProofDemand demand, Set<Effect> effects) {
        return new ProofLine(
                demand.code(), effects.stream().sorted().map(ProofLine::word).toList());
    }

    /** Message keys of the effects. */
    public List<String> effectMessages() {
        return effects.stream().map(effect -> "action.effect." + effect).toList();
    }

    private static String word(Effect effect) {
        return effect.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
