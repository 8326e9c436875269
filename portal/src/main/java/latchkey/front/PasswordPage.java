package latchkey.front;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import latchkey.access.ForCustomers;
import latchkey.access.OpenToEveryone;
import latchkey.helpdesk.credentials.Choice;
import latchkey.helpdesk.credentials.PasswordChoosing;
import latchkey.helpdesk.credentials.PasswordLengths;
import latchkey.helpdesk.credentials.Weakness;
import latchkey.settings.Secret;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where a customer chooses a password; opening the link does nothing, because mail scanners open links. */
@Controller
@ForCustomers
@OpenToEveryone(because = "the link itself is the secret, works once, and is limited per address")
@RequestMapping("/password")
class PasswordPage {

    private final PasswordChoosing choosing;

    PasswordPage(PasswordChoosing choosing) {
        this.choosing = choosing;
    }

    @GetMapping("/{token}")
    String open(@PathVariable String token, Model model, HttpServletResponse response) {
        return form(token, List.of(), HttpStatus.OK, model, response);
    }

    @PostMapping("/{token}")
    String choose(
            @PathVariable String token,
            @RequestParam(defaultValue = "") String password,
            Model model,
            HttpServletResponse response) {
        return switch (choosing.choose(token, Secret.of(password))) {
            case Choice.Chosen chosen -> "redirect:/password";
            case Choice.TooWeak weak -> tooWeak(token, weak, model, response);
            case Choice.NoLongerWorks gone -> noLongerWorks(response);
            case Choice.TryAgain away -> tryAgain(token, model, response);
        };
    }

    @GetMapping
    String chosen() {
        return "front/chosen";
    }

    private String tooWeak(String token, Choice.TooWeak weak, Model model, HttpServletResponse response) {
        var faults = weak.why().stream().sorted().map(Weakness::code).toList();
        return form(token, faults, HttpStatus.UNPROCESSABLE_CONTENT, model, response);
    }

    private String tryAgain(String token, Model model, HttpServletResponse response) {
        return form(token, List.of("try-again"), HttpStatus.SERVICE_UNAVAILABLE, model, response);
    }

    private String form(
            String token, List<String> faults, HttpStatus status, Model model, HttpServletResponse response) {
        return choosing.look(token)
                .map(lengths -> form(token, faults, status, lengths, model, response))
                .orElseGet(() -> noLongerWorks(response));
    }

    private static String form(
            String token,
            List<String> faults,
            HttpStatus status,
            PasswordLengths lengths,
            Model model,
            HttpServletResponse response) {
        response.setStatus(status.value());
        model.addAttribute("token", token);
        model.addAttribute("faults", faults);
        model.addAttribute("shortest", lengths.shortest());
        model.addAttribute("longest", lengths.longest());
        return "front/choose";
    }

    private static String noLongerWorks(HttpServletResponse response) {
        response.setStatus(HttpStatus.NOT_FOUND.value());
        return "front/no-longer-works";
    }
}
