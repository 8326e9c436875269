package latchkey.sync.dataverse;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.util.Map;
import latchkey.settings.Secret;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The Dataverse environments, each named as the directory that its contacts belong to.
 *
 * @param dataverse by the directory's id
 */
@Validated
@ConfigurationProperties("latchkey")
public record DataverseSettings(@DefaultValue Map<String, @Valid Environment> dataverse) {

    /**
     * One environment.
     *
     * @param url its address, such as {@code https://contoso.crm.dynamics.com}
     * @param loginUrl where tokens come from
     * @param tenant the tenant of the application user, usually the employees'
     * @param clientId its app registration
     * @param clientSecret of the app registration
     * @param webhook what its webhook step sends along
     */
    public record Environment(
            @NotNull URI url,

            @DefaultValue("https://login.microsoftonline.com")
            URI loginUrl,

            @NotBlank String tenant,
            @NotBlank String clientId,
            @NotNull Secret clientSecret,
            @Valid @NotNull Webhook webhook) {}

    /**
     * The HttpHeader authentication of the registered webhook (Dataverse facts §1a).
     *
     * @param header name of the header
     * @param key what it must hold
     */
    public record Webhook(
            @DefaultValue("x-latchkey-key") @NotBlank String header,
            @NotNull Secret key) {}
}
