package latchkey.front;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import latchkey.access.ForCustomers;
import latchkey.access.OpenToEveryone;
import latchkey.audit.AuditUnavailable;
import latchkey.helpdesk.notices.NotMe;
import latchkey.helpdesk.notices.NotMeAnswer;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Where a customer says "this was not me"; opening the link does nothing, because mail scanners open links. */
@Controller
@ForCustomers
@OpenToEveryone(because = "the link itself is the secret, works once, and is limited per address")
@RequestMapping("/not-me/{token}")
class NotMePage {

    private final NotMe notMe;

    NotMePage(NotMe notMe) {
        this.notMe = notMe;
    }

    @GetMapping
    String open(@PathVariable String token, Model model, HttpServletResponse response) {
        return shown(token, notMe.look(token), model, response);
    }

    @PostMapping
    String say(@PathVariable String token, Model model, HttpServletResponse response) {
        try {
            return shown(token, notMe.say(token), model, response);
        } catch (AuditUnavailable e) {
            response.setStatus(HttpStatus.SERVICE_UNAVAILABLE.value());
            model.addAttribute("tryAgain", true);
            return notMe.look(token).map(answer -> view(token, answer, model)).orElse("front/not-me-gone");
        }
    }

    private static String shown(String token, Optional<NotMeAnswer> answer, Model model, HttpServletResponse response) {
        return answer.map(known -> view(token, known, model)).orElseGet(() -> {
            response.setStatus(HttpStatus.NOT_FOUND.value());
            return "front/not-me-gone";
        });
    }

    private static String view(String token, NotMeAnswer answer, Model model) {
        model.addAttribute("token", token);
        model.addAttribute("answer", answer);
        return switch (answer) {
            case NotMeAnswer.Asked asked -> "front/not-me";
            case NotMeAnswer.Said said -> "front/not-me-said";
        };
    }
}
