package latchkey.helpdesk.approval;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import latchkey.access.Agent;
import latchkey.access.Colleagues;
import latchkey.access.Permission;
import latchkey.api.Problem;
import latchkey.helpdesk.population.Populations;
import org.springframework.stereotype.Component;

/** Who may say yes to a request: with the right to, seeing the customer, neither the asker nor a hand in what went before. */
@Component
class Deciders {

    private final Colleagues colleagues;
    private final Populations populations;
    private final OwnAccounts ownAccounts;

    Deciders(Colleagues colleagues, Populations populations, OwnAccounts ownAccounts) {
        this.colleagues = colleagues;
        this.populations = populations;
        this.ownAccounts = ownAccounts;
    }

    /** What keeps the agent from deciding; empty when nothing does. */
    Optional<Problem> obstacle(Agent agent, ApprovalRequest asked) {
        if (!agent.may(Permission.GIVE_APPROVAL) || isRequester(agent, asked)) {
            return Optional.of(Problem.NOT_PERMITTED);
        }
        return hadAHand(agent, asked.hands()) ? Optional.of(Problem.APPROVER_INVOLVED) : Optional.empty();
    }

    /** Whether a yes that was given still counts: by the rights the giver has now, and by what has been done since. */
    boolean stillCounts(ApprovalRequest given, Set<String> hands) {
        return given.givenBy()
                .flatMap(colleagues::now)
                .filter(giver -> obstacle(giver, given).isEmpty())
                .filter(giver -> !hadAHand(giver, hands))
                .filter(giver -> populations.sees(giver, given.customer()))
                .filter(giver -> !ownAccounts.isForbidden(giver, given.customer()))
                .isPresent();
    }

    /** Those at work who could decide it now. */
    List<Agent> atWork(ApprovalRequest asked) {
        return colleagues.atWork().stream()
                .filter(agent -> obstacle(agent, asked).isEmpty())
                .filter(agent -> populations.sees(agent, asked.customer()))
                .toList();
    }

    private static boolean isRequester(Agent agent, ApprovalRequest asked) {
        return agent.key().equals(asked.requester().key())
                || agent.person().equals(asked.requester().person());
    }

    private boolean hadAHand(Agent agent, Set<String> hands) {
        return hands.stream()
                .anyMatch(hand -> hand.equals(agent.key())
                        || colleagues.now(hand).filter(agent::isSamePersonAs).isPresent());
    }
}
