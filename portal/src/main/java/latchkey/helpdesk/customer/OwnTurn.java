package latchkey.helpdesk.customer;

import latchkey.access.Agent;
import latchkey.access.AtWork;
import latchkey.directory.OnBehalf;
import org.springframework.stereotype.Component;

/** Lets each agent's calls to the directory queue under their own name, so that one agent's flood starves nobody. */
@Component
class OwnTurn implements AtWork {

    @Override
    public void begins(Agent agent) {
        OnBehalf.of(agent.key());
    }

    @Override
    public void ends() {
        OnBehalf.of(null);
    }
}
