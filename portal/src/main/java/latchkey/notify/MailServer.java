package latchkey.notify;

import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.Properties;
import java.util.UUID;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.jspecify.annotations.Nullable;
import org.springframework.mail.MailAuthenticationException;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;

/** The mail server, by SMTP. */
@Component
class MailServer {

    private final JavaMailSenderImpl sender = new JavaMailSenderImpl();
    private final MailSettings settings;

    MailServer(MailSettings settings) {
        this.settings = settings;
        sender.setHost(settings.host());
        sender.setPort(settings.port());
        sender.setUsername(settings.username());
        sender.setPassword(
                settings.password() == null ? null : settings.password().reveal());
        sender.setDefaultEncoding(StandardCharsets.UTF_8.name());
        sender.setJavaMailProperties(properties(settings));
    }

    Answer deliver(Outbox.Taken mail, Outbox.Addressed addressed) {
        try {
            sender.send(message(mail, addressed));
            return new Answer.Taken();
        } catch (MailSendException e) {
            return answer(e.getFailedMessages().values().stream().findFirst().orElse(e));
        } catch (MailAuthenticationException e) {
            return new Answer.Away("the mail server does not let us in; check latchkey.mail.username and password");
        } catch (MailException | MessagingException | UnsupportedEncodingException e) {
            return answer(e);
        }
    }

    private MimeMessage message(Outbox.Taken mail, Outbox.Addressed addressed)
            throws MessagingException, UnsupportedEncodingException {
        var from = Addresses.one(settings.from());
        var message = new WithMessageId(sender.getSession(), messageId(mail.id(), from.getAddress()));
        var helper = new MimeMessageHelper(message, true, StandardCharsets.UTF_8.name());
        helper.setFrom(from);
        helper.setTo(Addresses.one(addressed.recipient()));
        helper.setSubject(addressed.letter().subject());
        helper.setSentDate(Date.from(mail.createdAt()));
        helper.setText(addressed.letter().text(), addressed.letter().html());
        // RFC 3834 §5: answers by machines would come back to nobody
        message.setHeader("Auto-Submitted", "auto-generated");
        return message;
    }

    private static String messageId(UUID id, String from) {
        return "<" + id + from.substring(from.indexOf('@')) + ">";
    }

    private static Answer answer(Exception failure) {
        var code = replyCode(failure);
        // words of the server about an address would name it, so only the code is kept
        var words = code == null ? failure.getClass().getSimpleName() : "the mail server answered " + code;
        return code != null && code >= 500 ? new Answer.Refused(words) : new Answer.Away(words);
    }

    private static @Nullable Integer replyCode(@Nullable Throwable failure) {
        return switch (failure) {
            case null -> null;
            case SMTPAddressFailedException refused -> refused.getReturnCode();
            case SMTPSendFailedException refused -> refused.getReturnCode();
            case SendFailedException several -> replyCode(several.getNextException());
            default -> replyCode(failure.getCause());
        };
    }

    private static Properties properties(MailSettings settings) {
        var properties = new Properties();
        var timeout = Long.toString(settings.timeout().toMillis());
        properties.put("mail.smtp.connectiontimeout", timeout);
        properties.put("mail.smtp.timeout", timeout);
        properties.put("mail.smtp.writetimeout", timeout);
        properties.put("mail.smtp.auth", Boolean.toString(settings.username() != null));
        switch (settings.encryption()) {
            case NONE -> {}
            case STARTTLS -> properties.put("mail.smtp.starttls.required", "true");
            case TLS -> properties.put("mail.smtp.ssl.enable", "true");
        }
        properties.put("mail.smtp.ssl.checkserveridentity", "true");
        return properties;
    }

    /** A message that keeps the id it is given; by default one would be made anew at each attempt. */
    private static final class WithMessageId extends MimeMessage {

        private final String id;

        WithMessageId(Session session, String id) {
            super(session);
            this.id = id;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", id);
        }
    }
}
