package latchkey.helpdesk.rulebook;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import latchkey.access.AccessSettings;
import latchkey.helpdesk.action.StatedAction;
import latchkey.helpdesk.action.StatedCooling;
import latchkey.helpdesk.action.StatedRules;
import latchkey.helpdesk.policy.Policy;
import latchkey.helpdesk.policy.Stated;
import org.springframework.stereotype.Service;

/** The rules of the settings side by side. */
@Service
class Rulebook {

    private final AccessSettings access;
    private final StatedRules stated;
    private final Policy policy;

    Rulebook(AccessSettings access, StatedRules stated, Policy policy) {
        this.access = access;
        this.stated = stated;
        this.policy = policy;
    }

    /**
     * A role with whom it shows and which actions it permits.
     *
     * @param name its name
     * @param populations names of the customers it shows
     * @param actions names of the actions
     */
    record Held(String name, List<String> populations, List<String> actions) {

        public boolean allows(String action) {
            return actions.contains(action);
        }
    }

    /**
     * An action with the settings' own rules that are about it.
     *
     * @param rules names of the rules
     */
    record Ruled(StatedAction action, List<String> rules) {}

    /** The roles, by name. */
    List<Held> roles() {
        return access.roles().entrySet().stream()
                .map(role -> new Held(
                        role.getKey(),
                        role.getValue().populations().stream().sorted().toList(),
                        stated.actions().stream()
                                .filter(action -> role.getValue().permissions().contains(action.permission()))
                                .map(StatedAction::name)
                                .toList()))
                .sorted(Comparator.comparing(Held::name))
                .toList();
    }

    /** The actions, by name. */
    List<Ruled> actions() {
        return stated.actions().stream()
                .map(action -> new Ruled(action, rulesAbout(action.name())))
                .toList();
    }

    List<Stated> rules() {
        return policy.stated();
    }

    List<StatedCooling> cooling() {
        return stated.cooling();
    }

    Set<String> populations() {
        return access.populations().keySet();
    }

    private List<String> rulesAbout(String action) {
        return policy.stated().stream()
                .filter(rule -> rule.actions().isEmpty() || rule.actions().contains(action))
                .map(Stated::name)
                .toList();
    }
}
