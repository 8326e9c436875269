package latchkey.helpdesk.policy;

import java.util.List;
import java.util.Locale;

/**
 * A rule as the settings state it.
 *
 * @param name its name
 * @param actions the actions it is about; all of them when empty
 * @param when the condition
 * @param then {@code refuse}, {@code approval} or {@code proof}
 * @param because what agents are told
 */
public record Stated(String name, List<String> actions, String when, String then, String because) {

    static Stated of(String name, PolicyRule rule) {
        return new Stated(
                name,
                rule.actions().stream().sorted().toList(),
                rule.when(),
                rule.then().name().toLowerCase(Locale.ROOT),
                rule.because());
    }
}
