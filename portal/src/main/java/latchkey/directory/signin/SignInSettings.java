package latchkey.directory.signin;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import latchkey.directory.DirectoryId;
import latchkey.settings.Secret;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Where customers sign in, per directory.
 *
 * @param directories by their short name
 */
@Validated
@ConfigurationProperties("latchkey")
record SignInSettings(@DefaultValue Map<String, @Valid OfDirectory> directories) {

    SignInSettings {
        directories = Collections.unmodifiableMap(new LinkedHashMap<>(directories));
    }

    Optional<SignIn> of(DirectoryId directory) {
        return Optional.ofNullable(directories.get(directory.value())).map(OfDirectory::signIn);
    }

    /** The part of a directory's settings that is about signing in; null where nobody does. */
    record OfDirectory(@Nullable @Valid SignIn signIn) {}

    /**
     * Where the customers of one directory sign in.
     *
     * @param authority what stands before {@code /.well-known/openid-configuration}
     * @param issuer what tokens call it; null for the authority. In Azure AD B2C it differs from it
     * @param clientId the app registration of the customers' pages
     * @param clientSecret its secret, by reference
     * @param policy what {@code tfp} or {@code acr} of a token must name; null where tokens name none
     */
    record SignIn(
            @NotNull URI authority,
            @Nullable URI issuer,
            @NotBlank String clientId,
            @NotNull Secret clientSecret,
            @Nullable String policy) {

        private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "::1", "[::1]");

        SignIn {
            demandSafe(authority);
            issuer = issuer == null ? authority : issuer;
        }

        /** The issuer in force: the one that was set, or else the authority. */
        @Override
        public URI issuer() {
            return Objects.requireNonNull(issuer);
        }

        URI metadata() {
            var base = authority.toString();
            return URI.create((base.endsWith("/") ? base : base + "/") + ".well-known/openid-configuration");
        }

        /** Whether an address is on the authority's own server, the only one that is told the secret. */
        boolean isAt(String address) {
            var other = URI.create(address);
            return authority.getScheme().equals(other.getScheme())
                    && Objects.equals(authority.getRawAuthority(), other.getRawAuthority());
        }

        // The secret travels there: in the clear only inside this machine.
        private static void demandSafe(URI authority) {
            var host = authority.getHost();
            if (host == null || authority.getRawQuery() != null || authority.getRawUserInfo() != null) {
                throw new IllegalArgumentException("authority is not the address of a server: " + authority);
            }
            if (!"https".equals(authority.getScheme())
                    && !("http".equals(authority.getScheme()) && LOOPBACK.contains(host))) {
                throw new IllegalArgumentException(
                        "authority must begin with https://; plain http is for 127.0.0.1 only");
            }
        }
    }
}
