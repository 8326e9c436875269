package latchkey.oversight;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.UUID;
import latchkey.access.Agent;
import latchkey.access.Permission;
import latchkey.access.Requires;
import latchkey.api.Problem;
import latchkey.api.ProblemException;
import latchkey.api.Wording;
import latchkey.web.NavigationEntry;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Who is signed in where, for those who may end it. */
@Controller
@RequestMapping("/sessions")
@Requires(Permission.END_SESSIONS)
class SessionsPage {

    private final OpenSessions sessions;
    private final Wording wording;

    SessionsPage(OpenSessions sessions, Wording wording) {
        this.sessions = sessions;
        this.wording = wording;
    }

    @GetMapping
    String show(Model model) {
        model.addAttribute("sessions", sessions.all());
        return "oversight/sessions";
    }

    @PostMapping
    String end(
            @RequestParam UUID session,
            @RequestParam(defaultValue = "") String which,
            @RequestParam(required = false) @Nullable String why,
            Agent agent,
            Model model,
            HttpServletResponse response) {
        try {
            sessions.end(agent, session, which.equals("all"), why);
            return "redirect:/sessions";
        } catch (ProblemException refusal) {
            var problem = refusal.problem();
            if (problem == Problem.STEP_UP_REQUIRED) {
                throw refusal;
            }
            response.setStatus(problem.status());
            model.addAttribute("problem", problem.code());
            model.addAttribute("words", wording.words(problem, Map.of(), LocaleContextHolder.getLocale()));
            return show(model);
        }
    }

    /** Where it stands among the places. */
    @Bean
    static NavigationEntry sessionsEntry() {
        return new NavigationEntry("oversight.sessions.place", "/sessions", Permission.END_SESSIONS, 330);
    }
}
