package latchkey.helpdesk.customer;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.springframework.context.MessageSource;
import org.springframework.context.support.ResourceBundleMessageSource;

/** The page's own words on a Wednesday morning in Utrecht: 18 November 2026, 10:15. */
final class Words {

    static final Instant NOW = Instant.parse("2026-11-18T09:15:00Z");

    static final CustomerSettings SETTINGS =
            new CustomerSettings(ZoneId.of("Europe/Amsterdam"), Duration.ofSeconds(60), 30);

    private Words() {}

    static MessageSource messages() {
        var messages = new ResourceBundleMessageSource();
        messages.setBasenames("messages/customer", "messages/directory");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        return messages;
    }

    static Moments moments() {
        return new Moments(messages(), Clock.fixed(NOW, ZoneOffset.UTC), SETTINGS);
    }

    static Wording wording() {
        return new Wording(messages(), moments());
    }
}
