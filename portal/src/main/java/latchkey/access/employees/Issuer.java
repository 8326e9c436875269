package latchkey.access.employees;

import java.util.concurrent.locks.ReentrantLock;
import latchkey.access.EmployeeSettings;
import latchkey.access.Refused;
import latchkey.access.Refused.Reason;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistration.ClientSettings;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.stereotype.Component;

/** The issuer's published configuration, read when first needed: the portal starts while the issuer is down. */
@Component
public class Issuer implements ClientRegistrationRepository {

    /** The name of the one registration; part of the redirect address that is registered at the issuer. */
    public static final String REGISTRATION = "employees";

    private static final Logger log = LoggerFactory.getLogger(Issuer.class);

    private final EmployeeSettings settings;

    private final ReentrantLock fetching = new ReentrantLock();

    private volatile @Nullable ClientRegistration registration;

    Issuer(EmployeeSettings settings) {
        this.settings = settings;
    }

    @Override
    public @Nullable ClientRegistration findByRegistrationId(String registrationId) {
        return REGISTRATION.equals(registrationId) ? registration() : null;
    }

    /**
     * The portal's registration at the issuer.
     *
     * @throws Refused when the issuer's configuration cannot be read
     */
    public ClientRegistration registration() {
        var known = registration;
        return known == null ? fetchOnce() : known;
    }

    private ClientRegistration fetchOnce() {
        fetching.lock();
        try {
            var known = registration;
            if (known == null) {
                known = fetch();
                registration = known;
            }
            return known;
        } finally {
            fetching.unlock();
        }
    }

    private ClientRegistration fetch() {
        try {
            return ClientRegistrations.fromIssuerLocation(settings.issuer().toString())
                    .registrationId(REGISTRATION)
                    .clientId(settings.clientId())
                    .clientSecret(settings.clientSecret().reveal())
                    .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_POST)
                    .clientSettings(
                            ClientSettings.builder().requireProofKey(true).build())
                    .redirectUri("{baseUrl}/login/oauth2/code/{registrationId}")
                    .scope(settings.scopes())
                    .userNameAttributeName("sub")
                    .build();
        } catch (RuntimeException e) {
            log.warn("The employees' issuer {} cannot be read: {}", settings.issuer(), e.getMessage());
            throw new Refused(Reason.SIGN_IN_UNAVAILABLE);
        }
    }
}
