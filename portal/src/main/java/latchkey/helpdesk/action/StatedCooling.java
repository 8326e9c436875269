package latchkey.helpdesk.action;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/**
 * A cooling time as the settings state it.
 *
 * @param name its name
 * @param after what was changed
 * @param then what asks for more afterwards
 * @param within for how long
 * @param demand what it asks for
 */
public record StatedCooling(String name, List<String> after, List<String> then, Duration within, String demand) {

    /** Message keys of what was changed. */
    public List<String> afterMessages() {
        return messages(after);
    }

    /** Message keys of what asks for more. */
    public List<String> thenMessages() {
        return messages(then);
    }

    private static List<String> messages(List<String> effects) {
        return effects.stream().map(effect -> "action.effect." + effect).toList();
    }

    static StatedCooling of(String name, CoolingRule rule) {
        return new StatedCooling(name, codes(rule.after()), codes(rule.then()), rule.within(), code(rule.demand()));
    }

    static List<String> codes(Collection<Effect> effects) {
        return effects.stream().sorted().map(StatedCooling::code).toList();
    }

    private static String code(Enum<?> one) {
        return one.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
