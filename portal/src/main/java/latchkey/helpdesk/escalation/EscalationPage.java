package latchkey.helpdesk.escalation;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import latchkey.access.Agent;
import latchkey.access.Permission;
import latchkey.access.Requires;
import latchkey.api.Problem;
import latchkey.api.ProblemException;
import latchkey.api.Wording;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The queue, and each escalation with what can be done about it. */
@Controller
@RequestMapping("/escalations")
@Requires(Permission.HANDLE_ESCALATIONS)
class EscalationPage {

    private final Escalations escalations;
    private final Wording wording;

    EscalationPage(Escalations escalations, Wording wording) {
        this.escalations = escalations;
        this.wording = wording;
    }

    @GetMapping
    String list(Agent agent, Model model) {
        model.addAttribute("escalations", escalations.waiting(agent));
        return "escalation/list";
    }

    @GetMapping("/{id}")
    String show(@PathVariable UUID id, Agent agent, Model model) {
        var escalation = escalations.of(agent, id);
        model.addAttribute("escalation", escalation);
        model.addAttribute("notes", escalations.notes(id));
        model.addAttribute("own", escalation.deed().agent().equals(agent.key()));
        model.addAttribute("outcomes", List.of(Escalation.Outcome.values()));
        return "escalation/one";
    }

    @PostMapping("/{id}/taking")
    String take(@PathVariable UUID id, Agent agent) {
        escalations.take(agent, id);
        return "redirect:/escalations/" + id;
    }

    @PostMapping("/{id}/notes")
    String note(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String note,
            Agent agent,
            Model model,
            HttpServletResponse response) {
        try {
            escalations.note(agent, id, note);
            return "redirect:/escalations/" + id;
        } catch (ProblemException refusal) {
            if (refusal.problem() != Problem.INVALID_REASON) {
                throw refusal;
            }
            response.setStatus(refusal.problem().status());
            model.addAttribute("problem", refusal.problem().code());
            model.addAttribute("words", wording.words(refusal.problem(), Map.of(), LocaleContextHolder.getLocale()));
            return show(id, agent, model);
        }
    }

    @PostMapping("/{id}/closing")
    String close(@PathVariable UUID id, @RequestParam Escalation.Outcome outcome, Agent agent) {
        escalations.close(agent, id, outcome);
        return "redirect:/escalations";
    }
}
