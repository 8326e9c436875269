package latchkey.api;

import java.util.List;
import java.util.UUID;
import latchkey.access.Agent;
import latchkey.access.DeskSession;
import latchkey.access.OpenToAgents;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Where the agent is signed in with a browser; a program with a token has no session. */
@RestController
@RequestMapping("/api/v1/me/sessions")
@OpenToAgents
class MySessionsEndpoint {

    private final MySessions sessions;

    MySessionsEndpoint(MySessions sessions) {
        this.sessions = sessions;
    }

    @GetMapping
    Open list(Agent agent) {
        return new Open(sessions.of(agent));
    }

    @PostMapping("/{session}/end")
    Open end(@PathVariable UUID session, Agent agent) {
        sessions.end(agent, session);
        return list(agent);
    }

    /** What is open now, oldest first. */
    record Open(List<DeskSession> sessions) {}
}
