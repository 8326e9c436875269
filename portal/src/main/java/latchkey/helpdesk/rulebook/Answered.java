package latchkey.helpdesk.rulebook;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What would become of it.
 *
 * @param outcome {@code allowed}, {@code refused}, or {@code asks} when it is allowed to whoever brings what is asked for
 * @param because all that stands against it or is asked for, the strongest first
 */
record Answered(String outcome, List<Because> because) {

    /**
     * One reason.
     *
     * @param kind what it leads to: {@code refused}, {@code approval}, {@code proof} or {@code sign-in}
     * @param code {@code permission}, {@code population}, {@code settings}, a demand for proof, or {@code rule}
     * @param rule the name of the rule, where it is one
     * @param words what the rule tells agents
     */
    record Because(
            String kind,
            String code,
            @Nullable String rule,
            @Nullable String words) {}
}
