package latchkey.testing;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import latchkey.access.Agent;
import latchkey.access.Colleagues;

/** Agents who are at work until a test says otherwise. */
public final class RememberedColleagues implements Colleagues {

    private final Map<String, Agent> here = new ConcurrentHashMap<>();

    RememberedColleagues(Agent... agents) {
        List.of(agents).forEach(this::comes);
    }

    /** Comes to work, or goes on with other rights. */
    public void comes(Agent agent) {
        here.put(agent.key(), agent);
    }

    /** Loses every role. */
    public void goes(Agent agent) {
        here.remove(agent.key());
    }

    @Override
    public Optional<Agent> now(String key) {
        return Optional.ofNullable(here.get(key));
    }

    @Override
    public List<Agent> atWork() {
        return List.copyOf(here.values());
    }
}
