package latchkey.helpdesk.verification;

import jakarta.servlet.http.HttpServletResponse;
import java.util.EnumSet;
import java.util.Set;
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

/** What supervisors are asked to vouch for, and what others vouched for and must be looked at. */
@Controller
@RequestMapping("/overrides")
@Requires(Permission.OVERRIDE_VERIFICATION)
class OverridePage {

    /** What can be told above the list; the others have a page of their own. */
    private static final Set<Problem> SHOWN_ABOVE = EnumSet.of(
            Problem.INVALID_OVERRIDE,
            Problem.OVERRIDE_INVOLVED,
            Problem.OVERRIDE_OVER,
            Problem.OVERRIDE_DURING_CAUTION);

    private final Overrides overrides;
    private final Wording wording;

    OverridePage(Overrides overrides, Wording wording) {
        this.overrides = overrides;
        this.wording = wording;
    }

    @GetMapping
    String list(Agent agent, Model model) {
        var open = overrides.open(agent);
        model.addAttribute("asked", open.stream().filter(OverrideCase::isAsked).toList());
        model.addAttribute("given", open.stream().filter(OverrideCase::isGiven).toList());
        model.addAttribute("overdue", open.stream().filter(overrides::isOverdue).toList());
        model.addAttribute("reviewed", overrides.reviewed(agent));
        return "verification/overrides";
    }

    @PostMapping("/{id}/giving")
    String give(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String because,
            Agent agent,
            Model model,
            HttpServletResponse response) {
        return told(() -> overrides.give(agent, id, because), agent, model, response);
    }

    @PostMapping("/{id}/review")
    String review(
            @PathVariable UUID id,
            @RequestParam OverrideCase.Finding finding,
            @RequestParam(defaultValue = "") String words,
            Agent agent,
            Model model,
            HttpServletResponse response) {
        return told(() -> overrides.review(agent, id, finding, words), agent, model, response);
    }

    private String told(Runnable deed, Agent agent, Model model, HttpServletResponse response) {
        try {
            deed.run();
            return "redirect:/overrides";
        } catch (ProblemException refusal) {
            if (!SHOWN_ABOVE.contains(refusal.problem())) {
                throw refusal;
            }
            var problem = refusal.problem();
            response.setStatus(problem.status());
            model.addAttribute("problem", problem.code());
            model.addAttribute("words", wording.words(problem, refusal.members(), LocaleContextHolder.getLocale()));
            return list(agent, model);
        }
    }
}
