package sandbox.console;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;
import sandbox.mail.Mail;
import sandbox.mail.MailServer;
import sandbox.mail.Mailbox;

/** The mails that arrived. */
@Controller
class MailboxPage {

    private static final int MOST_SHOWN = 100;

    private final Mailbox mailbox;
    private final MailServer server;

    MailboxPage(Mailbox mailbox, MailServer server) {
        this.mailbox = mailbox;
        this.server = server;
    }

    /** A mail as a line of the list. */
    record Line(long seq, String at, String to, String from, String subject) {

        static Line of(Mail mail) {
            var subject = mail.subject().isBlank() ? "(no subject)" : mail.subject();
            return new Line(mail.seq(), Times.full(mail.at()), String.join(", ", mail.to()), mail.from(), subject);
        }
    }

    @GetMapping("/console/mailbox")
    String mails(Model model) {
        fill(model);
        return "console/mailbox";
    }

    @GetMapping("/console/mailbox/lines")
    String lines(Model model) {
        fill(model);
        return "console/mailbox :: lines";
    }

    @PostMapping("/console/mailbox/empty")
    String empty() {
        mailbox.empty();
        return "redirect:/console/mailbox";
    }

    @GetMapping("/console/mailbox/{seq}")
    String mail(@PathVariable long seq, Model model) {
        var mail = mail(seq);
        model.addAttribute("mail", mail);
        model.addAttribute("line", Line.of(mail));
        return "console/mail";
    }

    /** The HTML of a mail, which may do nothing: no script, nothing from elsewhere, links in a new window. */
    @GetMapping("/console/mailbox/{seq}/html")
    ResponseEntity<String> html(@PathVariable long seq) {
        return ResponseEntity.ok()
                .contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
                .header(
                        "Content-Security-Policy",
                        "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox allow-popups "
                                + "allow-popups-to-escape-sandbox")
                .body("<base target=\"_blank\">" + mail(seq).html());
    }

    private void fill(Model model) {
        List<Line> lines = mailbox.newest(MOST_SHOWN).stream().map(Line::of).toList();
        model.addAttribute("mails", lines);
        model.addAttribute("port", server.port());
    }

    private Mail mail(long seq) {
        return mailbox.mail(seq)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "This mail is gone."));
    }
}
