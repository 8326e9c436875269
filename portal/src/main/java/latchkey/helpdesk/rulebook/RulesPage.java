package latchkey.helpdesk.rulebook;

import jakarta.servlet.http.HttpServletResponse;
import latchkey.access.Permission;
import latchkey.access.Requires;
import latchkey.api.ProblemException;
import latchkey.api.Wording;
import latchkey.web.NavigationEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Who can do what to whom, and why; a question is sent and not addressed, because it may describe somebody. */
@Controller
@RequestMapping("/rules")
@Requires(Permission.VIEW_AUDIT)
class RulesPage {

    private final Rulebook rulebook;
    private final Answers answers;
    private final PolicyHistory history;
    private final Wording wording;

    RulesPage(Rulebook rulebook, Answers answers, PolicyHistory history, Wording wording) {
        this.rulebook = rulebook;
        this.answers = answers;
        this.history = history;
        this.wording = wording;
    }

    @GetMapping
    String show(Model model) {
        return shown(Asked.NOTHING, model);
    }

    @PostMapping
    String ask(@ModelAttribute Asked asked, Model model, HttpServletResponse response) {
        try {
            model.addAttribute("answer", answers.to(asked));
        } catch (ProblemException refusal) {
            var problem = refusal.problem();
            response.setStatus(problem.status());
            model.addAttribute("problem", problem.code());
            model.addAttribute("words", wording.words(problem, refusal.members(), LocaleContextHolder.getLocale()));
        }
        return shown(asked, model);
    }

    private String shown(Asked asked, Model model) {
        model.addAttribute("asked", asked);
        model.addAttribute("roles", rulebook.roles());
        model.addAttribute("actions", rulebook.actions());
        model.addAttribute("rules", rulebook.rules());
        model.addAttribute("cooling", rulebook.cooling());
        model.addAttribute("history", history.latest());
        return "rulebook/rules";
    }

    /** Where it stands among the places. */
    @Bean
    static NavigationEntry rulesEntry() {
        return new NavigationEntry("rulebook.place", "/rules", Permission.VIEW_AUDIT, 85);
    }
}
