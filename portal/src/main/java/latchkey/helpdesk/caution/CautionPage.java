package latchkey.helpdesk.caution;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import latchkey.access.Agent;
import latchkey.access.Permission;
import latchkey.access.Requires;
import latchkey.api.ProblemException;
import latchkey.api.Wording;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The switch itself, and when it was used. */
@Controller
@RequestMapping("/caution")
@Requires(Permission.RAISE_CAUTION)
class CautionPage {

    private final Caution caution;
    private final Wording wording;

    CautionPage(Caution caution, Wording wording) {
        this.caution = caution;
        this.wording = wording;
    }

    @GetMapping
    String show(Model model) {
        model.addAttribute("raised", caution.now().orElse(null));
        model.addAttribute("lately", caution.lately());
        return "caution/switch";
    }

    @PostMapping
    String raise(
            @RequestParam(defaultValue = "0") int hours,
            @RequestParam(required = false) @Nullable String why,
            Agent agent,
            Model model,
            HttpServletResponse response) {
        return told(() -> caution.raise(agent, hours, why), model, response);
    }

    @PostMapping("/end")
    String end(
            @RequestParam(required = false) @Nullable String why,
            Agent agent,
            Model model,
            HttpServletResponse response) {
        return told(() -> caution.end(agent, why), model, response);
    }

    private String told(Runnable deed, Model model, HttpServletResponse response) {
        try {
            deed.run();
            return "redirect:/caution";
        } catch (ProblemException refusal) {
            var problem = refusal.problem();
            response.setStatus(problem.status());
            model.addAttribute("problem", problem.code());
            model.addAttribute("words", wording.words(problem, Map.of(), LocaleContextHolder.getLocale()));
            return show(model);
        }
    }
}
