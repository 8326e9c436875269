package latchkey.oversight;

import java.util.List;
import java.util.UUID;
import latchkey.access.Agent;
import latchkey.access.DeskSession;
import latchkey.access.Permission;
import latchkey.access.Requires;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The sessions of all agents, for programs. */
@RestController
@RequestMapping("/api/v1/sessions")
@Requires(Permission.END_SESSIONS)
class SessionsEndpoint {

    private final OpenSessions sessions;

    SessionsEndpoint(OpenSessions sessions) {
        this.sessions = sessions;
    }

    @GetMapping
    Open list() {
        return new Open(sessions.all());
    }

    @PostMapping("/{session}/end")
    Open end(@PathVariable UUID session, @RequestBody Ending request, Agent agent) {
        sessions.end(agent, session, Boolean.TRUE.equals(request.all()), request.why());
        return list();
    }

    /** What is open now, by agent. */
    record Open(List<DeskSession> sessions) {}

    /**
     * What ends one.
     *
     * @param why at most 500 characters
     * @param all whether every session of that person ends
     */
    record Ending(@Nullable String why, @Nullable Boolean all) {}
}
