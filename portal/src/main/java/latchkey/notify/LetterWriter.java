package latchkey.notify;

import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/** Writes mails from their templates; its own engine, so that a page's dialects never reach a mail. */
@Component
class LetterWriter {

    private final SpringTemplateEngine engine = new SpringTemplateEngine();
    private final String sender;

    LetterWriter(MessageSource messages, MailSettings settings) {
        engine.setTemplateEngineMessageSource(messages);
        engine.addTemplateResolver(resolver(".txt", TemplateMode.TEXT));
        engine.addTemplateResolver(resolver(".html", TemplateMode.HTML));
        sender = Addresses.nameIn(settings.from());
    }

    /** Both forms of the mail; the first line of the plain one is the subject. */
    Letter write(Mail mail) {
        var context = new Context(mail.locale(), mail.values());
        context.setVariable("sender", sender);
        var plain = engine.process(mail.template() + ".txt", context);
        var subjectEnd = plain.indexOf('\n');
        if (subjectEnd < 1) {
            throw new IllegalArgumentException("the mail " + mail.template() + " has no subject line");
        }
        context.setVariables(Map.of("subject", plain.substring(0, subjectEnd).strip()));
        return new Letter(
                plain.substring(0, subjectEnd).strip(),
                plain.substring(subjectEnd).strip() + "\n",
                engine.process(mail.template() + ".html", context));
    }

    /** A text message has no subject and no second form. */
    Letter write(TextMessage message) {
        var context = new Context(message.locale(), message.values());
        context.setVariable("sender", sender);
        return new Letter(
                "", engine.process(message.template() + "-sms.txt", context).strip(), "");
    }

    private static ClassLoaderTemplateResolver resolver(String suffix, TemplateMode mode) {
        var resolver = new ClassLoaderTemplateResolver(LetterWriter.class.getClassLoader());
        resolver.setPrefix("templates/mail/");
        resolver.setResolvablePatterns(java.util.Set.of("*" + suffix));
        resolver.setTemplateMode(mode);
        resolver.setCharacterEncoding("UTF-8");
        resolver.setForceTemplateMode(true);
        return resolver;
    }
}
