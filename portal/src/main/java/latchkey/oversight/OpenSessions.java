package latchkey.oversight;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import latchkey.access.Agent;
import latchkey.access.DeskSession;
import latchkey.access.DeskSession.Ending;
import latchkey.access.DeskSessions;
import latchkey.access.Permission;
import latchkey.api.FreshSignIn;
import latchkey.api.Problem;
import latchkey.api.ProblemException;
import latchkey.audit.Announcement;
import latchkey.audit.Trail;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Who is signed in, and ending it for them. */
@Service
class OpenSessions {

    private static final String ACTION = "end-session";
    private static final int LONGEST_WHY = 500;

    private final DeskSessions sessions;
    private final FreshSignIn freshSignIn;
    private final Trail trail;

    OpenSessions(DeskSessions sessions, FreshSignIn freshSignIn, Trail trail) {
        this.sessions = sessions;
        this.freshSignIn = freshSignIn;
        this.trail = trail;
    }

    List<DeskSession> all() {
        return sessions.open();
    }

    /**
     * Ends one, or all of the person whose that one is, which counts from their next request.
     *
     * @throws ProblemException {@code NOT_PERMITTED}; {@code STEP_UP_REQUIRED}; {@code INVALID_REASON}; {@code SESSION_NOT_FOUND} when it is over
     */
    void end(Agent agent, UUID id, boolean allOfThePerson, @Nullable String why) {
        if (!agent.may(Permission.END_SESSIONS)) {
            throw refused(agent, Problem.NOT_PERMITTED);
        }
        freshSignIn.missing(agent, ACTION).ifPresent(refusal -> {
            note(agent, null, Map.of(), refusal.problem().code());
            throw refusal;
        });
        if (why == null || why.isBlank() || why.length() > LONGEST_WHY) {
            throw refused(agent, Problem.INVALID_REASON);
        }
        var one = all().stream()
                .filter(session -> session.id().equals(id))
                .findFirst()
                .orElseThrow(() -> refused(agent, Problem.SESSION_NOT_FOUND));
        var meant = allOfThePerson ? ofThePerson(one) : List.of(one);
        meant.forEach(session -> note(agent, why.strip(), facts(session), null));
        sessions.end(meant, Ending.BY_ADMINISTRATOR);
    }

    private List<DeskSession> ofThePerson(DeskSession one) {
        return all().stream()
                .filter(session -> session.person().equals(one.person()))
                .toList();
    }

    private static Map<String, String> facts(DeskSession session) {
        return Map.of(
                "session", session.id().toString(),
                "agent", session.agentKey(),
                "ending", Ending.BY_ADMINISTRATOR.code());
    }

    private ProblemException refused(Agent agent, Problem problem) {
        note(agent, null, Map.of(), problem.code());
        return new ProblemException(problem);
    }

    private void note(Agent agent, @Nullable String why, Map<String, String> facts, @Nullable String code) {
        trail.note(new Announcement(agent.actor(), ACTION, null, null, why, null, facts, Map.of()), code);
    }
}
