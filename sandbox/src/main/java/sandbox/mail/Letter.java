package sandbox.mail;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a MIME message says to a person: subject, plain text, HTML, and every http link in either. */
record Letter(String subject, String text, String html, List<String> links) {

    private static final Pattern LINK = Pattern.compile("https?://[^\\s\"'<>()]+");

    static Letter read(InputStream mime) throws MessagingException, IOException {
        MimeMessage message = new MimeMessage(Session.getInstance(new Properties()), mime);
        Bodies bodies = new Bodies();
        bodies.collect(message);
        String text = bodies.text.toString();
        String html = bodies.html.toString();
        return new Letter(orEmpty(message.getSubject()), text, html, linksIn(text, html));
    }

    private static List<String> linksIn(String text, String html) {
        Set<String> links = new LinkedHashSet<>();
        LINK.matcher(text).results().forEach(match -> links.add(withoutFullStop(match.group())));
        LINK.matcher(html.replace("&amp;", "&")).results().forEach(match -> links.add(withoutFullStop(match.group())));
        return List.copyOf(links);
    }

    private static String withoutFullStop(String link) {
        return link.replaceAll("[.,;:!?]+$", "");
    }

    private static String orEmpty(@Nullable String value) {
        return value == null ? "" : value;
    }

    /** Gathers the first-level and nested text parts; attachments are left aside. */
    private static final class Bodies {
        private final StringBuilder text = new StringBuilder();
        private final StringBuilder html = new StringBuilder();

        void collect(Part part) throws MessagingException, IOException {
            if (Part.ATTACHMENT.equalsIgnoreCase(part.getDisposition())) {
                return;
            }
            if (part.isMimeType("multipart/*") && part.getContent() instanceof Multipart parts) {
                collectAll(parts);
            } else if (part.isMimeType("text/html")) {
                html.append(part.getContent());
            } else if (part.isMimeType("text/*")) {
                text.append(part.getContent());
            }
        }

        private void collectAll(Multipart parts) throws MessagingException, IOException {
            for (int i = 0; i < parts.getCount(); i++) {
                BodyPart part = parts.getBodyPart(i);
                collect(part);
            }
        }
    }
}
