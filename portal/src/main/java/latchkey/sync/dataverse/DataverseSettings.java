package latchkey.sync.dataverse;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import latchkey.settings.Secret;
import org.jspecify.annotations.Nullable;
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
     * @param webhook what its webhook step sends along; without it nothing comes in, and changes are only asked for
     * @param delta how changes are asked for
     * @param link what tells which customer a contact belongs to
     * @param identityProvider with external identities: only those of this provider; all that hold an object id when left out
     */
    public record Environment(
            @NotNull URI url,

            @DefaultValue("https://login.microsoftonline.com")
            URI loginUrl,

            @NotBlank String tenant,
            @NotBlank String clientId,
            @NotNull Secret clientSecret,
            @Valid @Nullable Webhook webhook,
            @Valid @DefaultValue Delta delta,
            @DefaultValue("user-name") Link link,
            @Nullable String identityProvider) {}

    /** What tells which customer a contact belongs to. */
    public enum Link {
        /** The contact's User Name, {@code adx_identity_username}. */
        USER_NAME,
        /** Its rows in {@code adx_externalidentity}. */
        EXTERNAL_IDENTITY,
        /** Its rows in {@code mspp_externalidentity}, where the enhanced data model is in use. */
        MSPP_EXTERNAL_IDENTITY
    }

    /** How a webhook proves itself (Dataverse facts §1a). */
    public enum Auth {
        /** By headers. */
        HTTP_HEADER,
        /** By the parameter {@code code}. */
        WEBHOOK_KEY,
        /** By parameters of any name. */
        HTTP_QUERY_STRING
    }

    /**
     * The registered webhook (Dataverse facts §1a).
     *
     * @param auth how it proves itself
     * @param header name of the header or parameter
     * @param key what it must hold
     * @param keys further headers or parameters, each with what it must hold
     * @param steps ids of its steps, whose failed system jobs are looked through; none = they are not
     */
    public record Webhook(
            @DefaultValue("http-header") Auth auth,
            @DefaultValue("x-latchkey-key") @NotBlank String header,
            @NotNull Secret key,
            @DefaultValue Map<String, Secret> keys,
            @DefaultValue List<UUID> steps) {}

    /**
     * Asking for changes (Dataverse facts §1c).
     *
     * @param enabled whether it is done
     * @param every how often; also how often failed system jobs are looked through
     * @param page how many contacts one answer brings
     * @param firstLoad what is done with the contacts that are there at first
     */
    public record Delta(
            @DefaultValue("true") boolean enabled,
            @DefaultValue("60s") @NotNull Duration every,
            @DefaultValue("1000") @Min(1) @Max(5_000) int page,
            @DefaultValue("compare") FirstLoad firstLoad) {}

    /** What is done with the contacts that are there when changes are asked for the first time. */
    public enum FirstLoad {
        /** All of them are compared with their customers. */
        COMPARE,
        /** Only what changes from then on is. */
        LEARN
    }
}
