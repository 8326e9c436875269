package latchkey.helpdesk.action;

import java.time.Instant;
import java.util.List;
import java.util.Locale;

/**
 * A cooling time as the action's page tells it before anything is sent off.
 *
 * @param demand what it asks for, for this agent: {@code approval}, {@code another-agent}, {@code
 *     another-agent-with-approval} or {@code nobody}; {@code caution} for the approval of heightened caution
 * @param effects what it is asked for, such as {@code addresses}
 * @param until when it is over
 */
public record CoolingLine(String demand, List<String> effects, Instant until) {

    static CoolingLine of(Cooling cooling) {
        return new CoolingLine(
                cooling.caution() ? "caution" : word(demandOf(cooling)),
                cooling.concerned().stream().map(CoolingLine::word).toList(),
                cooling.until());
    }

    /** Message keys of the effects. */
    public List<String> effectMessages() {
        return effects.stream().map(effect -> "action.effect." + effect).toList();
    }

    /** Whoever did not do the earlier change is another agent already. */
    private static CoolingRule.Demand demandOf(Cooling cooling) {
        var demand = cooling.demand();
        return demand == CoolingRule.Demand.ANOTHER_AGENT_WITH_APPROVAL && !cooling.byAsker()
                ? CoolingRule.Demand.APPROVAL
                : demand;
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
