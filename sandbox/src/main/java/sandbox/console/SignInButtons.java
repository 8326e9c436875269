package sandbox.console;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import sandbox.graph.audits.Outcome;
import sandbox.graph.audits.SignIns;
import sandbox.tenants.Tenants;

/** The buttons on a person's page that let the person try to sign in. */
@Controller
class SignInButtons {

    private final Pairs pairs;
    private final SignIns signIns;

    SignInButtons(Pairs pairs, SignIns signIns) {
        this.pairs = pairs;
        this.signIns = signIns;
    }

    @PostMapping("/console/people/{id}/sign-in")
    String attempt(@PathVariable String id, @RequestParam String outcome, RedirectAttributes next) {
        var user = pairs.with(id)
                .map(Pair::user)
                .orElseThrow(
                        () -> new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no customer with this id."));
        var made = signIns.attempt(Tenants.CUSTOMERS, user, meant(outcome));
        next.addFlashAttribute("saved", inWords(made.outcome()) + " The directory's log tells of it.");
        return "redirect:/console/people/" + id;
    }

    private static Outcome meant(String outcome) {
        return outcome.equals(Outcome.SUCCESS.key()) ? Outcome.SUCCESS : Outcome.WRONG_PASSWORD;
    }

    private static String inWords(Outcome outcome) {
        return switch (outcome) {
            case SUCCESS -> "Signed in.";
            case WRONG_PASSWORD -> "Not signed in: the password was wrong.";
            case BLOCKED -> "Not signed in: the account is blocked.";
            case LOCKED -> "Not signed in: too many wrong passwords.";
        };
    }
}
