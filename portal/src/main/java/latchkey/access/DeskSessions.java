package latchkey.access;

import java.util.Collection;
import java.util.List;

/** The sessions of agents that are open now, on all nodes. */
public interface DeskSessions {

    /** All of them, by agent and then by age. */
    List<DeskSession> open();

    /** The agent's own, under whatever account of theirs, oldest first. */
    default List<DeskSession> of(Agent agent) {
        return open().stream()
                .filter(session -> session.person().equals(agent.person()))
                .toList();
    }

    /** Ends them, which counts from their next request; says how many were still open. */
    int end(Collection<DeskSession> sessions, DeskSession.Ending why);
}
