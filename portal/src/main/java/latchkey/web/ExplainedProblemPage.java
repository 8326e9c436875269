package latchkey.web;

import java.util.Locale;
import java.util.Map;
import latchkey.access.OpenToEveryone;
import latchkey.api.Problem;
import latchkey.api.ProblemException;
import latchkey.api.Wording;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Explains a problem at the address that endpoints give as its type (RFC 9457 §3.1.1). */
@Controller
class ExplainedProblemPage {

    private final Wording wording;

    ExplainedProblemPage(Wording wording) {
        this.wording = wording;
    }

    @GetMapping("/problems/{code}")
    @OpenToEveryone(because = "It explains codes and knows of no request.")
    String explain(@PathVariable String code, Locale locale, Model model) {
        var problem = Problem.withCode(code).orElseThrow(() -> new ProblemException(Problem.NOT_FOUND));
        model.addAttribute("problem", problem);
        model.addAttribute("words", wording.words(problem, Map.of(), locale));
        return "web/explained-problem";
    }
}
