package latchkey.erasure;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.UUID;
import latchkey.access.Agent;
import latchkey.access.Permission;
import latchkey.access.Requires;
import latchkey.api.Problem;
import latchkey.api.ProblemException;
import latchkey.api.Wording;
import latchkey.directory.Directories;
import latchkey.web.NavigationEntry;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Asking to erase a customer, and what others asked for. */
@Controller
@RequestMapping("/erasures")
@Requires(Permission.ERASE_CUSTOMER)
class ErasurePage {

    private final Erasures erasures;
    private final Directories directories;
    private final Wording wording;

    ErasurePage(Erasures erasures, Directories directories, Wording wording) {
        this.erasures = erasures;
        this.directories = directories;
        this.wording = wording;
    }

    @GetMapping
    String show(Agent agent, Model model) {
        model.addAttribute("directories", directories.all());
        model.addAttribute("erasures", erasures.latest(agent));
        return "erasure/erasures";
    }

    @PostMapping
    String ask(
            @RequestParam(defaultValue = "") String directory,
            @RequestParam(defaultValue = "") String customer,
            @RequestParam(required = false) @Nullable String why,
            @RequestParam(required = false) @Nullable String ticket,
            Agent agent,
            Model model,
            HttpServletResponse response) {
        return told(() -> erasures.ask(agent, directory, customer, why, ticket), agent, model, response);
    }

    @PostMapping("/{erasure}")
    String decide(
            @PathVariable UUID erasure,
            @RequestParam(defaultValue = "no") String decision,
            @RequestParam(required = false) @Nullable String why,
            Agent agent,
            Model model,
            HttpServletResponse response) {
        return told(() -> erasures.decide(agent, erasure, decision.equals("yes"), why), agent, model, response);
    }

    private String told(Runnable deed, Agent agent, Model model, HttpServletResponse response) {
        try {
            deed.run();
            return "redirect:/erasures";
        } catch (ProblemException refusal) {
            var problem = refusal.problem();
            if (problem == Problem.STEP_UP_REQUIRED) {
                throw refusal;
            }
            response.setStatus(problem.status());
            model.addAttribute("problem", problem.code());
            model.addAttribute("words", wording.words(problem, Map.of(), LocaleContextHolder.getLocale()));
            return show(agent, model);
        }
    }

    /** Where it stands among the places. */
    @Bean
    static NavigationEntry erasuresEntry() {
        return new NavigationEntry("erasure.place", "/erasures", Permission.ERASE_CUSTOMER, 340);
    }
}
