package latchkey.directory.signin;

import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.web.client.RestClient;

/**
 * The published configuration of one directory's sign-in, read when first needed: the portal starts while it is away. Azure AD
 * B2C publishes it under another address than its issuer's, so that the issuer is compared with the settings instead.
 */
final class Authority {

    private static final ParameterizedTypeReference<Map<String, Object>> JSON = new ParameterizedTypeReference<>() {};
    private static final Duration PATIENCE = Duration.ofSeconds(8);

    private final String name;
    private final SignInSettings.SignIn settings;
    private final RestClient http;
    private final ReentrantLock reading = new ReentrantLock();
    private volatile @Nullable ClientRegistration known;

    Authority(String name, SignInSettings.SignIn settings) {
        this.name = name;
        this.settings = settings;
        this.http = RestClient.builder().requestFactory(wire()).build();
    }

    SignInSettings.SignIn settings() {
        return settings;
    }

    /** Connections that follow no redirect and do not wait for ever. */
    static JdkClientHttpRequestFactory wire() {
        var wire = new JdkClientHttpRequestFactory(HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(PATIENCE)
                .build());
        wire.setReadTimeout(PATIENCE);
        return wire;
    }

    /**
     * Our registration there.
     *
     * @throws RuntimeException when it cannot be read, or is not what the settings say
     */
    ClientRegistration registration() {
        var read = known;
        return read == null ? readOnce() : read;
    }

    private ClientRegistration readOnce() {
        reading.lock();
        try {
            var read = known;
            if (read == null) {
                read = read();
                known = read;
            }
            return read;
        } finally {
            reading.unlock();
        }
    }

    private ClientRegistration read() {
        var published = Objects.requireNonNull(
                http.get().uri(settings.metadata()).retrieve().body(JSON), "an empty configuration");
        if (!settings.issuer().toString().equals(published.get("issuer"))) {
            throw new IllegalStateException("its configuration names another issuer: " + published.get("issuer"));
        }
        return checked(ClientRegistrations.fromOidcConfiguration(published)
                .registrationId(name)
                .clientId(settings.clientId())
                .clientSecret(settings.clientSecret().reveal())
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_POST)
                .redirectUri("{baseUrl}")
                .scope("openid", "profile")
                .build());
    }

    private ClientRegistration checked(ClientRegistration registration) {
        var provider = registration.getProviderDetails();
        for (var address : new String[] {
            provider.getAuthorizationUri(), provider.getTokenUri(), Objects.requireNonNull(provider.getJwkSetUri())
        }) {
            if (!settings.isAt(address)) {
                throw new IllegalStateException("its configuration leads to another server: " + address);
            }
        }
        return registration;
    }
}
