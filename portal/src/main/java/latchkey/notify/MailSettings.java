package latchkey.notify;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import java.nio.file.Path;
import java.time.Duration;
import latchkey.settings.Secret;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How mail leaves.
 *
 * @param host the mail server
 * @param port its port
 * @param encryption how the connection is protected
 * @param username null when the server asks for none
 * @param password with the user name
 * @param from the sender, with or without a name: {@code Contoso Care <help@contoso.example>}
 * @param administrator who is told when something needs a person
 * @param timeout of each step of the conversation with the server
 * @param giveUpAfter when a mail that cannot be delivered is given up
 * @param keyFile where the key lies that waiting mails are sealed under; made at the first start
 * @param keptFor how long it is remembered that a mail was delivered or given up
 */
@ConfigurationProperties("latchkey.mail")
record MailSettings(
        @DefaultValue("127.0.0.1") @NotBlank String host,
        @DefaultValue("8025") @Min(1) @Max(65535) int port,
        @DefaultValue("none") Encryption encryption,
        @Nullable String username,
        @Nullable Secret password,

        @DefaultValue("Latchkey <latchkey@localhost>") @NotBlank
        String from,

        @DefaultValue("administrator@localhost") @NotBlank String administrator,
        @DefaultValue("10s") Duration timeout,
        @DefaultValue("24h") Duration giveUpAfter,
        @DefaultValue("latchkey-data/keys/mail.key") Path keyFile,
        @DefaultValue("7d") Duration keptFor) {

    /** The ways to protect the connection: not at all, by STARTTLS (required), or TLS from the first byte. */
    enum Encryption {
        NONE,
        STARTTLS,
        TLS
    }
}
