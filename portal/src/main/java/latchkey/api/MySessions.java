package latchkey.api;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import latchkey.access.Agent;
import latchkey.access.DeskSession;
import latchkey.access.DeskSession.Ending;
import latchkey.access.DeskSessions;
import latchkey.audit.Announcement;
import latchkey.audit.Trail;
import org.springframework.stereotype.Service;

/** An agent's own sessions, and ending one of them from another. */
@Service
public class MySessions {

    private final DeskSessions sessions;

    private final FreshSignIn freshSignIn;

    private final Trail trail;

    MySessions(DeskSessions sessions, FreshSignIn freshSignIn, Trail trail) {
        this.sessions = sessions;
        this.freshSignIn = freshSignIn;
        this.trail = trail;
    }

    public List<DeskSession> of(Agent agent) {
        return sessions.of(agent);
    }

    /**
     * Ends one of the agent's own.
     *
     * @throws ProblemException {@code STEP_UP_REQUIRED}; {@code SESSION_NOT_FOUND} when it is over already or somebody else's
     */
    public void end(Agent agent, UUID id) {
        freshSignIn.demand(agent, "end-session");
        var own = of(agent).stream()
                .filter(session -> session.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new ProblemException(Problem.SESSION_NOT_FOUND));
        var facts = Map.of("session", id.toString(), "ending", Ending.BY_ONESELF.code());
        trail.note(new Announcement(agent.actor(), "end-session", null, null, null, null, facts, Map.of()), null);
        sessions.end(List.of(own), Ending.BY_ONESELF);
    }
}
