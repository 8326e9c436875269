package latchkey.directory;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import latchkey.settings.Secret;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * One directory of customers in the settings.
 *
 * @param name what pages call it
 * @param tenant the tenant's id
 * @param cloud Microsoft's cloud that the tenant lives in (facts §1)
 * @param graphUrl root of Graph, without a version; null for the cloud's
 * @param loginUrl root of the token endpoint, of the same cloud as Graph; null for the cloud's
 * @param agents the app registration that agents' calls use
 * @param sync the app registration of the contact sync, so that neither starves the other; null when there is no sync
 * @param attributes custom and built-in attributes by short name: how pages treat them
 * @param customerNumber short name of the custom attribute that holds the customer number, null when there is none
 */
public record DirectorySettings(
        @NotBlank String name,
        @NotNull UUID tenant,
        @DefaultValue("public") Cloud cloud,
        @Nullable URI graphUrl,
        @Nullable URI loginUrl,
        @NotNull @Valid AppRegistration agents,
        @Nullable @Valid AppRegistration sync,
        @DefaultValue Map<String, @Valid AttributeSettings> attributes,
        @Nullable String customerNumber) {

    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "::1", "[::1]");

    public DirectorySettings {
        graphUrl = root("graph-url", graphUrl == null ? cloud.graph() : graphUrl);
        loginUrl = root("login-url", loginUrl == null ? cloud.login() : loginUrl);
        attributes = Map.copyOf(attributes);
    }

    /** The address in force: the one that was set, or else the cloud's. */
    @Override
    public URI graphUrl() {
        return Objects.requireNonNull(graphUrl);
    }

    /** The address in force: the one that was set, or else the cloud's. */
    @Override
    public URI loginUrl() {
        return Objects.requireNonNull(loginUrl);
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
     * An app registration in the directory's tenant. It needs one credential; with several, the next is tried when one
     * is refused.
     *
     * @param clientId its application id
     * @param clientSecret its secret, by reference
     * @param certificate its certificate with the key
     * @param federatedTokenFile a file in which the platform keeps a token that the registration trusts
     * @param managedIdentity the machine's identity that the registration trusts: {@code system}, or its client id
     * @param next what takes over when the credentials above end
     */
    public record AppRegistration(
            @NotNull UUID clientId,
            @Nullable Secret clientSecret,
            @Nullable CertificateFile certificate,
            @Nullable Path federatedTokenFile,
            @Nullable String managedIdentity,
            @Nullable NextCredential next) {

        public AppRegistration {
            demandIdentity(managedIdentity);
            if (Stream.of(clientSecret, certificate, federatedTokenFile, managedIdentity)
                    .allMatch(Objects::isNull)) {
                throw new IllegalArgumentException("there is no credential; add one of client-secret, certificate,"
                        + " federated-token-file and managed-identity");
            }
        }

        public static AppRegistration withSecret(UUID clientId, Secret secret) {
            return new AppRegistration(clientId, secret, null, null, null, null);
        }

        /** In the order in which they are tried. */
        public List<Credential> credentials() {
            return Credential.of(clientSecret, certificate, federatedTokenFile, managedIdentity);
        }

        /** Those that take over. */
        public List<Credential> nextCredentials() {
            return next == null
                    ? List.of()
                    : Credential.of(next.clientSecret, next.certificate, next.federatedTokenFile, next.managedIdentity);
        }
    }

    /** The credentials that an app registration gets before the others end, each as in {@link AppRegistration}. */
    public record NextCredential(
            @Nullable Secret clientSecret,
            @Nullable CertificateFile certificate,
            @Nullable Path federatedTokenFile,
            @Nullable String managedIdentity) {

        public NextCredential {
            demandIdentity(managedIdentity);
        }
    }

    private static void demandIdentity(@Nullable String managedIdentity) {
        try {
            Optional.ofNullable(managedIdentity).ifPresent(Credential.ManagedIdentity::of);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "managed-identity is neither system nor a client id; write one of them", e);
        }
    }

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
