package latchkey.helpdesk.action;

import java.util.Comparator;
import java.util.List;
import latchkey.access.StepUpSettings;
import latchkey.helpdesk.approval.Approvals;
import org.springframework.stereotype.Service;

/** What the settings ask for each action and between actions, for people to read. */
@Service
public class StatedRules {

    private final List<Action<?>> actions;
    private final Callers callers;
    private final Approvals approvals;
    private final StepUpSettings stepUp;
    private final ActionSettings settings;

    StatedRules(
            List<Action<?>> actions,
            Callers callers,
            Approvals approvals,
            StepUpSettings stepUp,
            ActionSettings settings) {
        this.actions = List.copyOf(actions);
        this.callers = callers;
        this.approvals = approvals;
        this.stepUp = stepUp;
        this.settings = settings;
    }

    /** All actions, by name. */
    public List<StatedAction> actions() {
        return actions.stream()
                .map(this::stated)
                .sorted(Comparator.comparing(StatedAction::name))
                .toList();
    }

    /** The cooling times that are not switched off, by name. */
    public List<StatedCooling> cooling() {
        return settings.rules().entrySet().stream()
                .filter(rule -> rule.getValue().demand() != CoolingRule.Demand.NOTHING)
                .map(rule -> StatedCooling.of(rule.getKey(), rule.getValue()))
                .sorted(Comparator.comparing(StatedCooling::name))
                .toList();
    }

    private StatedAction stated(Action<?> action) {
        return new StatedAction(
                action.name(),
                action.permission(),
                StatedCooling.codes(action.effects()),
                callers.demandOf(action).code(),
                approvals.areNeededFor(action.name()),
                stepUp.actions().contains(action.name()),
                action.isForProtectedCustomers());
    }
}
