package latchkey.web;

import jakarta.servlet.http.HttpSession;
import java.util.Arrays;
import java.util.UUID;
import latchkey.access.Agent;
import latchkey.access.DeskSession;
import latchkey.access.OpenToAgents;
import latchkey.access.Permission;
import latchkey.api.MySessions;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Tells agents who they are here, what their roles allow, and where else they are signed in. */
@Controller
@OpenToAgents
class MyAccessPage {

    private final MySessions sessions;

    MyAccessPage(MySessions sessions) {
        this.sessions = sessions;
    }

    @GetMapping("/me")
    String show(Agent agent, HttpSession session, Model model) {
        model.addAttribute("agent", agent);
        model.addAttribute("permissions", Arrays.asList(Permission.values()));
        model.addAttribute("sessions", sessions.of(agent));
        model.addAttribute("here", session.getAttribute(DeskSession.ATTRIBUTE));
        return "web/my-access";
    }

    @PostMapping("/me/sessions/{session}/end")
    String end(@PathVariable UUID session, Agent agent) {
        sessions.end(agent, session);
        return "redirect:/me";
    }
}
