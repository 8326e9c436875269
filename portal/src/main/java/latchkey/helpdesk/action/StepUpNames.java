package latchkey.helpdesk.action;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import latchkey.access.StepUpSettings;
import latchkey.settings.CannotStart;
import latchkey.settings.ExitCode;
import org.springframework.stereotype.Component;

/** Looks whether the settings ask for fresh sign-ins by names that there are: a slip of the pen must not open an action. */
@Component
class StepUpNames {

    /** What agents do that is no action on a customer. */
    private static final Set<String> OTHERS = Set.of("give-approval", "give-override", "end-session");

    StepUpNames(StepUpSettings settings, List<Action<?>> actions) {
        var known = new TreeSet<>(OTHERS);
        actions.forEach(action -> known.add(action.name()));
        settings.actions().stream()
                .filter(name -> !known.contains(name))
                .findFirst()
                .ifPresent(unknown -> {
                    throw new CannotStart(
                            ExitCode.USAGE,
                            "latchkey.access.step-up.actions names %s, which is not there; write one of %s"
                                    .formatted(unknown, String.join(", ", known)));
                });
    }
}
