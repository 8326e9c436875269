package latchkey.helpdesk.policy;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.util.Set;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * One rule of the settings.
 *
 * @param actions names of the actions it is about; all of them when empty
 * @param when the condition, in CEL
 * @param then what it leads to
 * @param because what agents are told
 */
record PolicyRule(
        @DefaultValue Set<String> actions,
        @NotBlank String when,
        @NotNull Then then,
        @NotBlank String because) {

    /** What a rule leads to. */
    enum Then {
        REFUSE,
        APPROVAL,
        PROOF
    }

    PolicyRule {
        actions = Set.copyOf(actions);
        new Condition(when);
    }

    boolean isAbout(String action) {
        return actions.isEmpty() || actions.contains(action);
    }
}
