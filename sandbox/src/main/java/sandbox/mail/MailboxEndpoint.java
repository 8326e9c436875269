package sandbox.mail;

import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The mailbox for programs: tests read codes and links here. */
@RestController
@RequestMapping("/sandbox/api/mailbox")
class MailboxEndpoint {

    private final Mailbox mailbox;

    MailboxEndpoint(Mailbox mailbox) {
        this.mailbox = mailbox;
    }

    @GetMapping
    Mails mails(@RequestParam(defaultValue = "") String to, @RequestParam(defaultValue = "0") long since) {
        return new Mails(mailbox.mailsTo(to, since));
    }

    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void empty() {
        mailbox.empty();
    }

    record Mails(List<Mail> messages) {}
}
