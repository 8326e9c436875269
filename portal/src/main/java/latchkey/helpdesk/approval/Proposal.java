package latchkey.helpdesk.approval;

import java.util.Set;
import latchkey.access.Agent;
import latchkey.helpdesk.cases.Case;

/**
 * One exact action that an agent wants to carry out.
 *
 * @param action its name
 * @param exact everything about it
 * @param agent who wants it
 * @param under the case
 * @param grounds why somebody else must agree, beside what the settings of approvals say
 * @param hands keys of the agents who did what the rules speak of; none of them may agree
 * @param evidence what a second person decides on
 */
public record Proposal(
        String action,
        ExactAction exact,
        Agent agent,
        Case under,
        Set<Ground> grounds,
        Set<String> hands,
        Evidence evidence) {

    public Proposal {
        grounds = Set.copyOf(grounds);
        hands = Set.copyOf(hands);
    }
}
