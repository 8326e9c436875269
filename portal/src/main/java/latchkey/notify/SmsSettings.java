package latchkey.notify;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import latchkey.settings.Secret;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How text messages leave.
 *
 * @param url where the provider takes a message; null when there is none, and then no text messages either
 * @param form how it wants it: as JSON with a bearer secret, or as Twilio does
 * @param username Twilio's account; null for others
 * @param secret what proves that it is us
 * @param from the sender, as the provider wants it
 * @param fields the fields of the JSON; {@code {to}}, {@code {from}} and {@code {text}} stand for the message's own
 * @param timeout of a call
 * @param giveUpAfter when a message that cannot be delivered is given up; a late code is of no use
 */
@Validated
@ConfigurationProperties("latchkey.sms")
record SmsSettings(
        @Nullable URI url,
        @DefaultValue("json") @NotNull Form form,
        @Nullable String username,
        @Nullable Secret secret,
        @DefaultValue("") String from,
        @DefaultValue Map<String, String> fields,
        @DefaultValue("10s") Duration timeout,
        @DefaultValue("10m") Duration giveUpAfter) {

    private static final Set<String> THIS_MACHINE = Set.of("127.0.0.1", "localhost", "[::1]");

    SmsSettings {
        fields = fields.isEmpty() ? Map.of("to", "{to}", "from", "{from}", "text", "{text}") : Map.copyOf(fields);
    }

    /** The forms in which providers take messages. */
    enum Form {
        JSON,
        /** Form fields To, From and Body, with the account and its secret as Basic authentication. */
        TWILIO
    }

    @AssertTrue(message = "url must be https: numbers and codes travel over it")
    boolean isUrlSafe() {
        return url == null || "https".equals(url.getScheme()) || THIS_MACHINE.contains(String.valueOf(url.getHost()));
    }

    @AssertTrue(message = "url needs secret, and the form twilio username too")
    boolean isProviderComplete() {
        return url == null || (secret != null && (form != Form.TWILIO || username != null));
    }
}
