package latchkey.helpdesk.notices;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.UUID;
import latchkey.access.Agent;
import latchkey.access.Permission;
import latchkey.access.Requires;
import latchkey.api.Problem;
import latchkey.api.ProblemException;
import latchkey.api.Wording;
import latchkey.helpdesk.action.CustomerAddress;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where a supervisor ends a freeze. */
@Controller
@RequestMapping("/freezes/{id}")
@Requires(Permission.LIFT_FREEZE)
class FreezePage {

    private final Freezes freezes;
    private final Wording wording;

    FreezePage(Freezes freezes, Wording wording) {
        this.freezes = freezes;
        this.wording = wording;
    }

    @GetMapping
    String show(@PathVariable UUID id, Agent agent, Model model) {
        var freeze = freezes.of(agent, id);
        model.addAttribute("freeze", freeze);
        model.addAttribute("own", freezes.isReported(freeze, agent));
        model.addAttribute("at", CustomerAddress.page(freeze.customer()));
        return "notices/freeze";
    }

    @PostMapping("/lifting")
    String lift(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String reason,
            Agent agent,
            Model model,
            HttpServletResponse response) {
        var at = CustomerAddress.page(freezes.of(agent, id).customer());
        try {
            freezes.lift(agent, id, reason);
            return "redirect:" + at;
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
}
