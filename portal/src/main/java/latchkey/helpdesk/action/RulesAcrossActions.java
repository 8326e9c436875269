package latchkey.helpdesk.action;

import java.util.List;
import latchkey.access.Agent;
import latchkey.directory.CustomerId;

/** Forbidden combinations of actions and cooling times between them, asked in their order. */
record RulesAcrossActions(List<Rule> rules) {

    RulesAcrossActions {
        rules = List.copyOf(rules);
    }

    void check(Action<?> action, Agent agent, CustomerId customer) {
        rules.forEach(rule -> rule.check(action, agent, customer));
    }

    /** One rule. */
    interface Rule {

        /** Throws {@link latchkey.api.ProblemException} with {@code COOLING_TIME} when it forbids the action. */
        void check(Action<?> action, Agent agent, CustomerId customer);
    }
}
