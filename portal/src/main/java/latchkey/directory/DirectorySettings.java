package latchkey.directory;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import latchkey.settings.Secret;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * One directory of customers in the settings.
 *
 * @param name what pages call it
 * @param tenant the tenant's id
 * @param graphUrl root of Graph, without a version; another one for national clouds (facts §1)
 * @param loginUrl root of the token endpoint, of the same cloud as Graph
 * @param agents the app registration that agents' calls use
 * @param sync the app registration of the contact sync, so that neither starves the other; null when there is no sync
 * @param attributes custom and built-in attributes by short name: how pages treat them
 * @param customerNumber short name of the custom attribute that holds the customer number, null when there is none
 */
public record DirectorySettings(
        @NotBlank String name,
        @NotNull UUID tenant,
        @DefaultValue("https://graph.microsoft.com") URI graphUrl,
        @DefaultValue("https://login.microsoftonline.com") URI loginUrl,
        @NotNull @Valid AppRegistration agents,
        @Nullable @Valid AppRegistration sync,
        @DefaultValue Map<String, @Valid AttributeSettings> attributes,
        @Nullable String customerNumber) {

    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "::1", "[::1]");

    public DirectorySettings {
        graphUrl = root("graph-url", graphUrl);
        loginUrl = root("login-url", loginUrl);
        attributes = Map.copyOf(attributes);
    }

    // Bearer tokens and secrets travel to these addresses: in the clear only inside this machine.
    private static URI root(String key, URI url) {
        var host = url.getHost();
        if (host == null || url.getRawQuery() != null || url.getRawUserInfo() != null) {
            throw new IllegalArgumentException(key + " is not the address of a server: " + url);
        }
        if (!"https".equals(url.getScheme()) && !("http".equals(url.getScheme()) && LOOPBACK.contains(host))) {
            throw new IllegalArgumentException(key + " must begin with https://; plain http is for 127.0.0.1 only");
        }
        var text = url.toString();
        return text.endsWith("/") ? URI.create(text.substring(0, text.length() - 1)) : url;
    }

    /**
     * An app registration in the directory's tenant.
     *
     * @param clientId its application id
     * @param clientSecret its secret, by reference
     */
    public record AppRegistration(
            @NotNull UUID clientId, @NotNull Secret clientSecret) {}

    /**
     * How pages treat an attribute.
     *
     * @param label what pages call it; null for its short name
     * @param editable whether agents may edit it
     * @param search whether the search box looks for an exact value of it
     */
    public record AttributeSettings(
            @Nullable String label,
            @DefaultValue("true") boolean editable,
            @DefaultValue("false") boolean search) {}
}
