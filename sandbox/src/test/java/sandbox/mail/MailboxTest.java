package sandbox.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.util.Properties;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import sandbox.doors.Doors;
import tools.jackson.databind.JsonNode;

/** A mail goes in over SMTP and is found in the mailbox. */
class MailboxTest {

    @BeforeEach
    void startOver() {
        Doors.startOver();
    }

    @Test
    void aMailOfTwoKindsOfTextIsReadWithItsLinks() throws MessagingException {
        send("maria@example.com", "Wähle ein neues Passwort");
        var mail = mails("MARIA@example.com").get(0);
        assertThat(mail.path("subject").asString()).isEqualTo("Wähle ein neues Passwort");
        assertThat(mail.path("from").asString()).isEqualTo("help@contoso.example");
        assertThat(mail.path("to").get(0).asString()).isEqualTo("maria@example.com");
        assertThat(mail.path("text").asString()).contains("Grüße");
        assertThat(mail.path("html").asString()).contains("<a href=");
        assertThat(mail.path("links").valueStream().map(JsonNode::asString))
                .containsExactly("http://127.0.0.1:8081/p?a=1&b=2");
    }

    @Test
    void mailsAreFoundByAddressAndNumberAndCanBeThrownAway() throws MessagingException {
        send("maria@example.com", "First");
        send("tom@example.com", "Second");
        assertThat(mails("tom@example.com").size()).isEqualTo(1);
        var first = mails("maria@example.com").get(0).path("seq").asLong();
        assertThat(Doors.get("/sandbox/api/mailbox?since=" + first)
                        .json()
                        .path("messages")
                        .size())
                .isEqualTo(1);
        assertThat(Doors.send("DELETE", "/sandbox/api/mailbox", "").status()).isEqualTo(204);
        assertThat(mails("").size()).isZero();
    }

    @Test
    void aFaultRefusesMailForNow() throws MessagingException {
        Doors.control("POST", "/faults", "{\"kind\":\"mail\",\"action\":\"status\",\"count\":1}");
        assertThatThrownBy(() -> send("maria@example.com", "Refused")).hasStackTraceContaining("451");
        send("maria@example.com", "Taken");
        assertThat(mails("").size()).isEqualTo(1);
    }

    @Test
    void theJournalCountsMails() throws MessagingException {
        send("maria@example.com", "Counted");
        assertThat(Doors.get("/sandbox/api/journal?kind=mail")
                        .json()
                        .path("entries")
                        .size())
                .isEqualTo(1);
    }

    private static JsonNode mails(String to) {
        return Doors.get("/sandbox/api/mailbox?to=" + Doors.escaped(to)).json().path("messages");
    }

    private static void send(String to, String subject) throws MessagingException {
        var properties = new Properties();
        properties.put("mail.smtp.host", "127.0.0.1");
        properties.put(
                "mail.smtp.port",
                String.valueOf(Doors.get("/sandbox/api/settings")
                        .json()
                        .path("smtpPort")
                        .asInt()));
        var message = new MimeMessage(Session.getInstance(properties));
        message.setFrom(new InternetAddress("help@contoso.example"));
        message.setRecipient(Message.RecipientType.TO, new InternetAddress(to));
        message.setSubject(subject, "UTF-8");
        message.setContent(new MimeMultipart(
                "alternative",
                part("Grüße: http://127.0.0.1:8081/p?a=1&b=2.", "plain"),
                part("<a href=\"http://127.0.0.1:8081/p?a=1&amp;b=2\">Go</a>", "html")));
        Transport.send(message);
    }

    private static MimeBodyPart part(String text, String kind) throws MessagingException {
        var part = new MimeBodyPart();
        part.setText(text, "UTF-8", kind);
        return part;
    }
}
